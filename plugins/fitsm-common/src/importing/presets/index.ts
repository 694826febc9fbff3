import { JsonObject } from '@backstage/types';
import { servicenowIncidentLog } from './servicenowIncidentLog';

/** A mapping to start from: `extends: <name>`. @public */
export interface ImportPreset {
  name: string;
  label: string;
  mapping: JsonObject;
}

/** The mappings that come with FitSM. @public */
export const importPresets: ReadonlyArray<ImportPreset> = [
  servicenowIncidentLog,
];
