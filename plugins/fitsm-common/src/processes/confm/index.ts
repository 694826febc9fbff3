import { defineProcess } from '../../engine/defineProcess';
import { baseline } from './baseline';
import { ciType } from './ciType';
import { configurationItem } from './configurationItem';
import { configurationSource } from './configurationSource';
import { configurationVerification } from './configurationVerification';
import { kpis } from './kpis';
import { relationshipType } from './relationshipType';

/** Configuration management. @public */
export const confm = defineProcess({
  code: 'confm',
  requirement: 'PR11',
  label: 'Configuration management',
  group: 'Control & deploy',
  purpose:
    'Everybody can see which items a service is made of and how they hang together, and can rely on it.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Configuration manager',
      description:
        'Runs the process: keeps the model of the CMDB, its sources and its verifications.',
    },
    staff: {
      label: 'Configuration team',
      description:
        'Records items and their relationships, takes baselines, compares records with reality.',
    },
  },
  recordTypes: [
    configurationItem,
    ciType,
    relationshipType,
    configurationSource,
    baseline,
    configurationVerification,
  ],
  kpis,
});

export {
  configurationItem,
  ciType,
  relationshipType,
  configurationSource,
  baseline,
  configurationVerification,
};
