import { RowValue } from '@fitsm/plugin-fitsm-common';
import { World } from '../World';
import { course, dateIn, inDays, linksTo, Step } from './course';
import { EvaluationText, suppliers, SupplierText } from './texts/suppm';

/** Supplier relationship management. */
export function liveSuppm(world: World): void {
  const known = new Map<string, string>();
  suppliers.forEach(supplier => workWith(world, supplier, known));
  turnDown(world);
  takeOn(world);
  cancelEvaluation(world, known);
}

function workWith(
  world: World,
  text: SupplierText,
  known: Map<string, string>,
) {
  const { key, day, systems, draft, evaluations } = text;
  const manager = world.person(text.manager);
  const steps: Step[] = [
    [3, id => manager.move(id, 'activate', { reviewInterval: 180 })],
    [
      8,
      async id => {
        const parties = world
          .recall('party')
          .filter(({ title }) => title === draft.title);
        const links = [
          ...linksTo(
            world,
            'supplies',
            'service',
            systems.map(system => `system:${system}`),
          ),
          ...parties.map(party => ({ relation: 'isParty', to: party.id })),
        ];
        for (const { relation, to } of links) {
          await manager.link(id, relation, to);
        }
      },
    ],
  ];
  if (key === 'quayside') {
    steps.push([
      222,
      id =>
        manager.move(
          id,
          'end',
          {
            endNote:
              'The rest of the paper came to Northpier; the last invoice is paid. They held none of our data.',
          },
          'The bureau has closed; printing is done in-house now.',
        ),
    ]);
  } else {
    steps.push([
      // The review of the trust is late, and that of Lumen is still to come.
      key === 'trust' ? 240 : 172,
      async id => {
        if (key === 'lumen') return;
        await manager.move(id, 'review', {
          reviewOutcome: 'changed',
          reviewNote: 'Contacts and channels gone through with them.',
          contractEndsAt: inDays(world, key === 'tidewire' ? 80 : 500),
        });
      },
    ]);
  }
  course(
    world,
    day,
    async () => {
      const record = await manager.create('supplier', draft);
      known.set(key, record.id);
      world.remember('supplier', record);
      return record;
    },
    steps,
  );
  let former: string | undefined;
  evaluations.forEach(evaluation =>
    evaluate(
      world,
      text,
      evaluation,
      () => [
        { relation: 'evaluates', to: known.get(key)! },
        ...(former ? [{ relation: 'follows', to: former }] : []),
        ...world
          .recall('underpinningAgreement')
          .filter(({ title }) => title === text.agreement)
          .map(({ id }) => ({ relation: 'against', to: id })),
      ],
      id => {
        former = id;
      },
    ),
  );
}

function evaluate(
  world: World,
  { key, manager: name, draft }: SupplierText,
  { day, rating, score, findings, criteria }: EvaluationText,
  links: () => Array<{ relation: string; to: string }>,
  begun: (id: string) => void,
) {
  const manager = world.person(name);
  const isBad = rating === 'insufficient';
  const isPoor = isBad || rating === 'partlyMeets';
  const measures: RowValue[] = [
    {
      step: isBad
        ? 'A person answers the phone, day and night'
        : 'Proof in time',
      onTheirSide: 'Service delivery',
    },
    ...(isBad
      ? [
          {
            step: 'Antennas for two vessels are kept in the port of Northpier',
            onTheirSide: 'Logistics',
          },
          {
            step: 'A meeting each month until the figures are right',
            assignee: manager.ref,
          },
        ]
      : []),
  ];
  const steps: Step[] = [
    [
      // One comes later than planned.
      key === 'lumen' ? 24 : 10,
      id =>
        manager.move(id, 'evaluate', {
          criteria,
          rating,
          score,
          findings,
          recommendation: isPoor ? 'improve' : 'continue',
          ...(isPoor && {
            violations: criteria
              .filter(({ met }) => met === 'no')
              .map(row => `- ${row.criterion}: ${row.result}`)
              .join('\n'),
          }),
        }),
    ],
    [
      28,
      id =>
        manager.move(id, 'agree', {
          discussedWith: 'Those named as contacts, in a call',
          supplierStatement: isPoor
            ? 'We see it the same way, and are ashamed.'
            : 'We are glad to hear it.',
        }),
    ],
  ];
  if (isPoor) {
    const follow: Step[] = [
      [
        30,
        async id => {
          await manager.move(id, 'startFollowUp', {
            measures: measures.map(measure => ({
              ...measure,
              due: dateIn(world, 60),
            })),
          });
        },
      ],
      [
        92,
        id =>
          manager.edit(id, {
            measures: measures.map(measure => ({
              ...measure,
              due: dateIn(world, -2),
              state: 'done',
            })),
          }),
      ],
      [
        94,
        id =>
          manager.move(id, 'close', {
            measuresResult: 'What was agreed is done, and the figures show it.',
          }),
      ],
    ];
    steps.push(...follow);
  } else {
    steps.push([30, id => manager.move(id, 'close')]);
  }
  course(
    world,
    day,
    async () => {
      const record = await manager.create('supplierEvaluation', {
        title: `${draft.title}: what was delivered`,
        restricted: isBad,
        fields: {
          kind: 'regular',
          periodFrom: dateIn(world, -182),
          periodTo: dateIn(world, -1),
          evaluateBy: inDays(world, 14),
          evaluators: [manager.ref, 'user:maren-aldous'],
        },
        links: links(),
      });
      begun(record.id);
      return record;
    },
    steps,
  );
}

function turnDown(world: World) {
  const rosa = world.person('rosa-delgado');
  course(
    world,
    141,
    () =>
      rosa.create('supplier', {
        title: 'Skylark Mobile',
        fields: {
          kind: 'external',
          offerings: 'Mobile network at the terminals.',
          criticality: 'medium',
        },
      }),
    [
      [
        24,
        id =>
          rosa.move(
            id,
            'turnDown',
            {},
            'No mast within reach of Kelpholm, and none planned.',
          ),
      ],
      [
        186,
        id => rosa.move(id, 'considerAgain', {}, 'They build on Sundra now.'),
      ],
    ],
  );
}

/** Takes over where another could not deliver. */
function takeOn(world: World) {
  const rosa = world.person('rosa-delgado');
  course(
    world,
    174,
    async () => {
      const record = await rosa.create('supplier', {
        title: 'Tern Radio Networks',
        fields: {
          kind: 'external',
          organisation: 'Tern Radio Networks Ltd',
          offerings:
            'Radio lines between the islands; mobile network at five terminals.',
          contacts: [
            {
              name: 'Aud Helgesen',
              role: 'Sales',
              responsibleFor: 'relationship',
              email: 'aud@tern.example.org',
            },
          ],
          criticality: 'high',
          evaluationEvery: 182,
        },
      });
      world.remember('supplier', record);
      return record;
    },
    [
      [9, id => rosa.move(id, 'activate')],
      [
        60,
        id =>
          rosa.move(
            id,
            'suspend',
            {},
            'Masts stand without the permit of two islands.',
          ),
      ],
      [84, id => rosa.move(id, 'resume', {}, 'The permits are there.')],
    ],
  );
}

function cancelEvaluation(world: World, known: Map<string, string>) {
  const rosa = world.person('rosa-delgado');
  course(
    world,
    204,
    () =>
      rosa.create('supplierEvaluation', {
        title: 'Quayside Print Bureau: what was delivered',
        fields: { kind: 'regular', evaluateBy: inDays(world, 30) },
        links: [{ relation: 'evaluates', to: known.get('quayside')! }],
      }),
    [[12, id => rosa.move(id, 'cancel', {}, 'The bureau closes this month.')]],
  );
}
