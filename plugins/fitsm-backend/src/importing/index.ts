export { createImportRoutes } from './createImportRoutes';
export { ImportService } from './ImportService';
