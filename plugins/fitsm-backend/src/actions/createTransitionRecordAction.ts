import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RecordService } from '../records/RecordService';
import { AGENT, recordOutput } from './shared';

export function createTransitionRecordAction(options: {
  actionsRegistry: ActionsRegistryService;
  service: RecordService;
}) {
  const { actionsRegistry, service } = options;
  actionsRegistry.register({
    name: 'transition-record',
    title: 'Move a service management record',
    description: `
Moves a record to another state by one of its transitions; get-record tells which are open and what they
need. An incident is moved by start, hold (needs onHoldReason), resume, resolve (needs resolution and
closureCode), reopen (needs a reason), confirm, close and cancel (needs a reason).

\`revision\` is the one that get-record answered: when somebody else changed the record since, the move is
refused, and the record has to be read again.
`,
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          id: z.string().describe('INC-42, for example'),
          transition: z.string().describe('The name of the transition'),
          revision: z.number().describe('The revision that was read'),
          fields: z
            .record(z.unknown())
            .optional()
            .describe('Values of the fields that the transition needs'),
          reason: z.string().optional().describe('Why; kept in the history'),
        }),
      output: z =>
        z.object({
          record: z.record(z.unknown()).describe('The record as it is now'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { id, transition, ...move } = input;
      const caller = await service.callerOf(credentials, AGENT);
      const moved = await service.transition(caller, id, transition, move);
      return { output: { record: recordOutput(moved) } };
    },
  });
}
