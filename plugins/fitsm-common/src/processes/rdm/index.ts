import { defineProcess } from '../../engine/defineProcess';
import { deployment } from './deployment';
import { kpis } from './kpis';
import { release } from './release';
import { releasePolicy } from './releasePolicy';

/** Release and deployment management. @public */
export const rdm = defineProcess({
  code: 'rdm',
  requirement: 'PR13',
  label: 'Release and deployment management',
  group: 'Control & deploy',
  purpose:
    'Changes reach the live environment together, tested and accepted, and everybody concerned is prepared.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Release and deployment manager',
      description:
        'Runs the process: plans releases with all concerned, watches them to their review, keeps the release policies.',
    },
    staff: {
      label: 'Release and deployment team',
      description:
        'Builds, tests and deploys releases, and prepares users, support staff and the live environment.',
    },
  },
  recordTypes: [release, deployment, releasePolicy],
  kpis,
});

export { deployment, release, releasePolicy };
