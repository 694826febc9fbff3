export { createKpiRoutes } from './createKpiRoutes';
export { KpiService } from './KpiService';
