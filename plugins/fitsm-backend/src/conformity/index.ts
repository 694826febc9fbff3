export { ConformityService } from './ConformityService';
export { createConformityRoutes } from './createConformityRoutes';
