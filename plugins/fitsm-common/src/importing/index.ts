export * from './importFile';
export {
  columnsOf,
  importMappingSchema,
  parseImportMapping,
} from './importMapping';
export type {
  ImportMapping,
  ImportMappingInput,
  ValueMapping,
} from './importMapping';
export * from './imports';
export * from './ImportsClient';
export * from './mapRecord';
export * from './presets';
export * from './rejectedCsv';
