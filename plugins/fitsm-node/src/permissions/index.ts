export * from './recordCondition';
export * from './rules';
