export * from './delegation';
export * from './query';
export * from './record';
export * from './recordTypeCatalog';
