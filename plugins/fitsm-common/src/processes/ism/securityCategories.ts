/** Kinds of security events, and of the incidents that arise from them. */
export const securityCategories = {
  unauthorisedAccess: 'Unauthorised access',
  account: 'Stolen or misused account',
  malware: 'Malicious software',
  phishing: 'Phishing or deception',
  disclosure: 'Information disclosed',
  dataLoss: 'Information lost or altered',
  unavailability: 'Attack on availability',
  vulnerability: 'Weakness found',
  theft: 'Loss or theft of equipment',
  physical: 'Physical intrusion',
  policyBreach: 'Breach of a policy',
  other: 'Other',
} as const;
