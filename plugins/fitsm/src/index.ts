/**
 * Pages, entity tabs and cards of FitSM for Backstage.
 *
 * @packageDocumentation
 */

export { fitsmPlugin as default } from './plugin';
export { fitsmApiRef } from './api';
