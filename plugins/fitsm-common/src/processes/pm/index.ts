import { defineProcess } from '../../engine/defineProcess';
import { knownError } from './knownError';
import { knownErrorReview } from './knownErrorReview';
import { kpis } from './kpis';
import { problem } from './problem';
import { trendAnalysis } from './trendAnalysis';

/** Problem management. @public */
export const pm = defineProcess({
  code: 'pm',
  requirement: 'PR10',
  label: 'Problem management',
  group: 'Resolve & prevent',
  purpose:
    'The causes behind incidents are found and removed, or everybody knows what helps against them.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Problem manager',
      description:
        'Runs the process: has trends analysed, watches all problems, keeps the known errors current.',
    },
    staff: {
      label: 'Problem team',
      description:
        'Analyses trends, investigates problems, writes known errors and workarounds.',
    },
  },
  recordTypes: [problem, knownError, knownErrorReview, trendAnalysis],
  kpis,
});

export { knownError, knownErrorReview, problem, trendAnalysis };
