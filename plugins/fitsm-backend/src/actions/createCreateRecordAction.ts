import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RecordService } from '../records/RecordService';
import { AGENT, recordOutput } from './shared';

export function createCreateRecordAction(options: {
  actionsRegistry: ActionsRegistryService;
  service: RecordService;
}) {
  const { actionsRegistry, service } = options;
  actionsRegistry.register({
    name: 'create-record',
    title: 'Create a service management record',
    description: `
Creates a record of service management, for example an incident on a component of the catalog.

The type says which fields a record has. For an incident the useful ones are \`description\` (markdown),
\`affected\` (a list of entity references, ["component:default/booking-engine"]), \`impact\` and \`urgency\`
(high, medium or low; the priority follows from them), \`category\` and \`reporter\`. A field that does not
exist or does not fit is refused with a message that names it.

The owner and the assigned group follow from the affected entity when they are left out.
The record is created on behalf of the person who asks, within that person's permissions.
Give an \`idempotencyKey\` when the call may be repeated: the same key yields the same record.
`,
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          type: z.string().describe('The record type, incident for example'),
          title: z.string().describe('What it is, in one line'),
          owner: z
            .string()
            .optional()
            .describe('Reference of the accountable user or group'),
          restricted: z
            .boolean()
            .optional()
            .describe('Whether only those involved may see it'),
          fields: z
            .record(z.unknown())
            .optional()
            .describe('Values by the name of the field'),
          idempotencyKey: z
            .string()
            .optional()
            .describe('The same key yields the same record'),
        }),
      output: z =>
        z.object({ record: z.record(z.unknown()).describe('The new record') }),
    },
    action: async ({ input, credentials }) => {
      const { idempotencyKey, ...record } = input;
      const caller = await service.callerOf(credentials, AGENT);
      const created = await service.create(caller, record, idempotencyKey);
      return { output: { record: recordOutput(created) } };
    },
  });
}
