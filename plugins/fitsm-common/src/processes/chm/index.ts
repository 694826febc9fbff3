import { defineProcess } from '../../engine/defineProcess';
import { change } from './change';
import { changeFreeze } from './changeFreeze';
import { kpis } from './kpis';
import { standardChange } from './standardChange';

/** Change management. @public */
export const chm = defineProcess({
  code: 'chm',
  requirement: 'PR12',
  label: 'Change management',
  group: 'Control & deploy',
  purpose:
    'Changes are planned, decided, made and looked back at, so that they do not harm services or customers.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Change manager',
      description:
        'Runs the process: leads the change advisory board, decides on ordinary changes, keeps the schedule of changes.',
    },
    staff: {
      label: 'Change team',
      description:
        'Takes requests for change, classifies and evaluates them, prepares decisions and reviews.',
    },
  },
  recordTypes: [change, standardChange, changeFreeze],
  kpis,
});

export { change, changeFreeze, standardChange };
