import { FitsmRecord } from '@fitsm/plugin-fitsm-common';

/** How agents appear in the history: through which door they came. */
export const AGENT = 'actions';

/** A record as actions answer it: JSON without the types of one definition. */
export function recordOutput(record: FitsmRecord) {
  return JSON.parse(JSON.stringify(record)) as Record<string, unknown>;
}
