/**
 * The engine that keeps FitSM records: store, HTTP API, permissions, jobs and
 * actions.
 *
 * @packageDocumentation
 */

export { fitsmPlugin as default } from './plugin';
