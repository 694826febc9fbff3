import { World } from '../World';
import { course, Step } from './course';
import { linkToLast } from './moments';
import { faxWorkflow, WorkflowText, workflowTexts } from './texts/workflows';

/**
 * Steps for incidents that come again, and for what people often ask for. One
 * in force is remembered as `workflow:<key>`.
 */
export function writeWorkflows(world: World) {
  for (const text of workflowTexts) writeWorkflow(world, text);
  writeNextVersion(world, 'gateway');
  goOutOfUse(world);
  discardDraft(world);
}

function draftOf({ key, day, by, title, ...fields }: WorkflowText) {
  return {
    title,
    fields: {
      ...fields,
      steps: fields.steps.map(step => ({ step, state: 'open' })),
      approvers: fields.approvers.map(name => `user:${name}`),
      version: '1',
      reviewInterval: 180,
    },
  };
}

function approvalOf(world: World, text: WorkflowText, from: number): Step[] {
  const approvers = text.approvers.map(name => world.person(name));
  return approvers.map((person, index) => [
    from + index,
    async id => {
      const workflow = await person.vote(id, 'approve');
      if (index === approvers.length - 1) {
        world.remember(`workflow:${text.key}`, workflow);
      }
    },
  ]);
}

function writeWorkflow(world: World, text: WorkflowText) {
  const author = world.person(text.by);
  const steps: Step[] = [[1, id => author.move(id, 'sendForApproval')]];
  if (text.key === 'rosterAccess') {
    const [first] = text.approvers;
    steps.push(
      [
        2,
        id =>
          world
            .person(first)
            .vote(id, 'refuse', 'Rest hours must not be seen; say so in it'),
      ],
      [
        3,
        id =>
          author.edit(id, {
            appliesWhen: `${text.appliesWhen} Rest hours stay hidden.`,
          }),
      ],
      [4, id => author.move(id, 'sendForApproval')],
    );
  }
  steps.push(...approvalOf(world, text, 5));
  // Nobody looks at the one for phones again, and there is a newer one for the
  // gateway by then.
  if (!['handset', 'gateway'].includes(text.key)) {
    steps.push([
      180,
      id =>
        author.move(id, 'review', {
          reviewOutcome: 'kept',
          reviewNote: 'Gone through with the shift: the steps still fit.',
        }),
    ]);
  }
  course(
    world,
    text.day,
    () => author.create('workflow', draftOf(text)),
    steps,
  );
}

/** What the storm day taught; the version before retires with its approval. */
function writeNextVersion(world: World, key: string) {
  const text = workflowTexts.find(one => one.key === key)!;
  const author = world.person(text.by);
  course(
    world,
    82,
    () => {
      const { title, fields } = draftOf({
        ...text,
        steps: [
          'Look at the connections of the payment database first',
          ...text.steps,
        ],
      });
      return author.create('workflow', {
        title,
        fields: {
          ...fields,
          version: '2',
          changeNote: 'Connections of the database first, after the storm day',
        },
        links: [
          ...linkToLast(world, 'supersedes', `workflow:${key}`),
          ...linkToLast(world, 'learnedFrom', 'majorIncident'),
        ],
      });
    },
    [
      [1, id => author.move(id, 'sendForApproval')],
      [2, id => author.move(id, 'takeBack', {}, 'A word is missing')],
      [2, id => author.move(id, 'sendForApproval')],
      ...approvalOf(world, text, 3),
      [
        190,
        id =>
          author.move(id, 'review', {
            reviewOutcome: 'kept',
            reviewNote:
              'Used eleven times since, four minutes quicker than before.',
          }),
      ],
    ],
  );
}

function goOutOfUse(world: World) {
  const author = world.person(faxWorkflow.by);
  course(
    world,
    faxWorkflow.day,
    () => author.create('workflow', draftOf(faxWorkflow)),
    [
      [1, id => author.move(id, 'sendForApproval')],
      ...approvalOf(world, faxWorkflow, 2),
      [
        70,
        id =>
          author.move(id, 'revise', {}, 'The coastguard has another number'),
      ],
      [
        71,
        id =>
          author.edit(id, { informationNeeded: 'Sailing, count, new number.' }),
      ],
      [72, id => author.move(id, 'sendForApproval')],
      ...approvalOf(world, faxWorkflow, 73),
      [
        130,
        id =>
          author.move(
            id,
            'retire',
            {},
            'The coastguard has switched its fax off',
          ),
      ],
    ],
  );
}

function discardDraft(world: World) {
  const author = world.person('bilal-khoury');
  course(
    world,
    205,
    () =>
      author.create('workflow', {
        title: 'Coffee machine of the crew room gives no coffee',
        fields: {
          kind: 'incident',
          description: 'Asked for forty times a year.',
        },
      }),
    [
      [
        6,
        id =>
          author.move(id, 'discard', {}, 'The machine belongs to the landlord'),
      ],
    ],
  );
}
