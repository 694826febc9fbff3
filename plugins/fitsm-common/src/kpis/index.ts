export * from './kpis';
export * from './KpisClient';
