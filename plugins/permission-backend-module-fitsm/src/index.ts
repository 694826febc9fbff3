/**
 * A permission policy that gives the roles of FitSM their rights.
 *
 * @packageDocumentation
 */

export { permissionModuleFitsm as default } from './module';
export { FitsmPermissionPolicy } from './FitsmPermissionPolicy';
