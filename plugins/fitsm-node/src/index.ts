/**
 * Extension points, permission rules and roles of the FitSM backend.
 *
 * @packageDocumentation
 */

export * from './extensionPoint';
export * from './FitsmRoles';
export * from './permissions';
