import { ProcessCode } from '../engine/defineProcess';

/** The processes as options of a choice. @public */
export const processOptions = {
  sms: 'Service management system',
  spm: 'Service portfolio management',
  slm: 'Service level management',
  srm: 'Service reporting management',
  sacm: 'Service availability and continuity management',
  capm: 'Capacity management',
  ism: 'Information security management',
  crm: 'Customer relationship management',
  suppm: 'Supplier relationship management',
  isrm: 'Incident and service request management',
  pm: 'Problem management',
  confm: 'Configuration management',
  chm: 'Change management',
  rdm: 'Release and deployment management',
  csi: 'Continual service improvement management',
} as const satisfies Record<ProcessCode, string>;
