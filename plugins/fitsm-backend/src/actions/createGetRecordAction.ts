import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RecordService } from '../records/RecordService';
import { AGENT } from './shared';

export function createGetRecordAction(options: {
  actionsRegistry: ActionsRegistryService;
  service: RecordService;
}) {
  const { actionsRegistry, service } = options;
  actionsRegistry.register({
    name: 'get-record',
    title: 'Get a service management record',
    description: `
Reads one record by its id (INC-42): its fields, its links, the entities that it names, the newest entries
of its history, and \`access.transitions\`, which says how it can be moved on and why it cannot. Read a
record before moving it: its \`revision\` has to be named then.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ id: z.string().describe('INC-42, for example') }),
      output: z =>
        z.object({
          record: z.record(z.unknown()),
          access: z.record(z.unknown()),
          links: z.array(z.record(z.unknown())),
          entities: z.array(z.record(z.unknown())),
          history: z.array(z.record(z.unknown())),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = await service.callerOf(credentials, AGENT);
      const details = await service.get(caller, input.id);
      const { items } = await service.history(caller, input.id, { limit: 20 });
      return {
        output: JSON.parse(JSON.stringify({ ...details, history: items })),
      };
    },
  });
}
