import { defineProcess } from '../../engine/defineProcess';
import { followUpAction } from './followUpAction';
import { improvement } from './improvement';
import { kpis } from './kpis';
import { suggestionSource } from './suggestionSource';

/** Continual service improvement management. @public */
export const csi = defineProcess({
  code: 'csi',
  requirement: 'PR14',
  label: 'Continual service improvement management',
  group: 'Report & improve',
  purpose:
    'Ideas for better services and better processes are collected, weighed, decided on and brought to their end.',
  roles: {
    owner: {
      label: 'Process owner',
      description:
        'Answers for the process: its goals, its means, its fit. Decides on large improvements.',
    },
    manager: {
      label: 'Process manager',
      description:
        'Runs the process: keeps the register, has suggestions evaluated, decides on them, watches progress.',
    },
    staff: {
      label: 'Process staff',
      description:
        'Collects suggestions from their sources, evaluates them, follows them up.',
    },
  },
  recordTypes: [improvement, suggestionSource, followUpAction],
  kpis,
});

export { followUpAction, improvement, suggestionSource };
