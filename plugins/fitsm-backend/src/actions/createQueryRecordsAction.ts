import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { isStorableText, parseInput } from '@fitsm/plugin-fitsm-common';
import { z as zod } from 'zod/v4';
import { RecordService } from '../records/RecordService';
import { AGENT, recordOutput } from './shared';

const text = (max: number) =>
  zod.string().max(max).refine(isStorableText, 'must not hold NUL characters');
const words = zod.array(text(600)).max(200).optional();

/** The same conditions again, in the Zod of the engine: these are enforced. */
const queryInput = zod.strictObject({
  type: words,
  state: words,
  category: zod.array(zod.enum(['open', 'waiting', 'closed'])).optional(),
  priority: zod.array(zod.number().int().min(1).max(99)).max(50).optional(),
  assignee: words,
  assignedGroup: words,
  owner: words,
  involved: words,
  choice: words,
  entity: words,
  parts: zod.boolean().optional(),
  text: text(200).min(1).optional(),
  limit: zod.number().int().min(1).max(200).optional(),
  cursor: text(2_000).optional(),
});

export function createQueryRecordsAction(options: {
  actionsRegistry: ActionsRegistryService;
  service: RecordService;
}) {
  const { actionsRegistry, service } = options;
  actionsRegistry.register({
    name: 'query-records',
    title: 'Query service management records',
    description: `
Lists the records that the person who asks may see, newest first. Conditions are joined by AND, the values
of one condition by OR. All are optional.

Examples:
- Open incidents of a system and all its parts: {"type":["incident"],"category":["open","waiting"],"entity":["system:default/booking"],"parts":true}
- What is assigned to somebody: {"assignee":["user:default/ada"],"category":["open","waiting"]}
- Critical and unassigned: {"priority":[1],"assignee":["none"]}

\`nextCursor\` in the answer leads to the next page: give it as \`cursor\`, with the same conditions.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          type: z.array(z.string()).optional().describe('Record types'),
          state: z.array(z.string()).optional(),
          choice: z
            .array(z.string())
            .optional()
            .describe(
              'With exactly one type: values of its choice fields, such as changeType:emergency',
            ),
          category: z
            .array(z.enum(['open', 'waiting', 'closed']))
            .optional()
            .describe('What the state means'),
          priority: z.array(z.number()).optional().describe('1 is the highest'),
          assignee: z
            .array(z.string())
            .optional()
            .describe('User references, or none'),
          assignedGroup: z
            .array(z.string())
            .optional()
            .describe('Group references, or none'),
          owner: z.array(z.string()).optional(),
          involved: z
            .array(z.string())
            .optional()
            .describe('Who holds any role on the record'),
          entity: z
            .array(z.string())
            .optional()
            .describe('References of entities that the record names'),
          parts: z
            .boolean()
            .optional()
            .describe('With entity: also what belongs to it'),
          text: z.string().optional().describe('Found in the title, or the id'),
          limit: z.number().optional().describe('1 to 200; 50 unless told'),
          cursor: z.string().optional(),
        }),
      output: z =>
        z.object({
          items: z.array(z.record(z.unknown())),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = await service.callerOf(credentials, AGENT);
      const page = await service.query(caller, parseInput(queryInput, input));
      return {
        output: {
          items: page.items.map(recordOutput),
          nextCursor: page.pageInfo.nextCursor,
        },
      };
    },
  });
}
