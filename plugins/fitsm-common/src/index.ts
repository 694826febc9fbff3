/**
 * What a FitSM record is: definitions of all record types, pure logic,
 * permissions and the typed client.
 *
 * @packageDocumentation
 */

export * from './client';
export * from './conformity';
export * from './engine';
export * from './importing';
export * from './kpis';
export * from './processes';
export * from './records';
