export * from './FitsmApi';
export * from './FitsmClient';
