export * from './conformity';
export * from './ConformityClient';
export * from './conformityCsv';
export * from './coverage';
export * from './evidenceRules';
export { organisational } from './organisational';
export * from './requirementSets';
export * from './snapshots';
