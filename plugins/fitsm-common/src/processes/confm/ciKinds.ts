/** Broad classes of configuration items; CI types are finer. */
export const ciKinds = {
  service: 'Service or service component',
  software: 'Software',
  hardware: 'Hardware',
  virtual: 'Virtual machine or container',
  cloud: 'Cloud resource',
  network: 'Network',
  storage: 'Storage',
  database: 'Database',
  interface: 'Interface',
  document: 'Document',
  licence: 'Licence or certificate',
  facility: 'Room or facility',
  other: 'Other',
} as const;
