import { FieldValue, RowValue } from '@fitsm/plugin-fitsm-common';
import { Draft, World } from '../World';
import { agreementOn, course, dateIn, inDays, linksTo, Step } from './course';
import { CapacityText, requirements } from './texts/capm';

/** Capacity management. */
export function liveCapm(world: World): void {
  const known = new Map<string, string>();
  requirements.forEach(text => bringRequirement(world, text, known));
  planSummerPeak(world, known);
  planLines(world, known);
  planWarehouse(world, known);
  planAgentDesk(world);
}

function bringRequirement(
  world: World,
  { key, day, by, system, draft, grown }: CapacityText,
  known: Map<string, string>,
) {
  const person = world.person(by);
  const steps: Step[] = [
    [5, id => person.move(id, 'agree')],
    [
      60,
      async id => {
        const sla = agreementOn(world, system);
        if (sla && draft.fields?.source === 'agreement') {
          await person.link(id, 'follows', sla.id);
        }
      },
    ],
    [
      165,
      id =>
        person.move(id, 'review', {
          reviewOutcome: 'changed',
          reviewNote:
            'Demand was counted again; it grew faster than we thought.',
          ...grown,
          predictedFor: dateIn(world, 240),
        }),
    ],
  ];
  if (key === 'desk') {
    steps.push(
      [
        230,
        id =>
          person.move(
            id,
            'revise',
            {},
            'Calls in the evening were forgotten: the desk is open until 23:00.',
          ),
      ],
      [
        231,
        id =>
          person.edit(id, {
            peakTimes: 'Mornings from 06:00 to 08:00, evenings before a storm',
          }),
      ],
      [232, id => person.move(id, 'agree')],
    );
  }
  course(
    world,
    day,
    async () => {
      const record = await person.create('capacityRequirement', {
        ...draft,
        fields: { ...draft.fields, predictedFor: dateIn(world, 300) },
        links: linksTo(world, 'concerns', 'service', [`system:${system}`]),
      });
      known.set(key, record.id);
      return record;
    },
    steps,
  );
}

interface PlanText {
  by: string;
  system: string;
  meets: string[];
  approvers: string[];
  draft: Draft;
}

async function draftPlan(
  world: World,
  { by, system, meets, approvers, draft }: PlanText,
  known: Map<string, string>,
) {
  return world.person(by).create('capacityPlan', {
    ...draft,
    fields: {
      ...draft.fields,
      approvers: approvers.map(name => `user:${name}`),
      periodFrom: dateIn(world, 0),
      periodTo: dateIn(world, 365),
    },
    links: [
      ...(draft.links ?? []),
      ...meets.map(key => ({ relation: 'meets', to: known.get(key)! })),
      ...linksTo(world, 'plansFor', 'service', [`system:${system}`]),
    ],
  });
}

/** The engine has room for most of the year, and none in high summer. */
function peakIn(month: number): number {
  return [44, 46, 52, 58, 66, 81, 93, 88, 64, 55, 48, 50][month - 1];
}

function measureEvery(
  world: World,
  days: number,
  measure: () => Promise<void>,
) {
  for (let day = 90; day < 365; day += days) {
    world.at(world.workday(day), measure);
  }
}

function levelAt(peak: number) {
  if (peak > 90) return 'exception';
  return peak > 75 ? 'warning' : 'normal';
}

async function recordUtilisation(world: World, by: string, id: string) {
  const person = world.person(by);
  const { state, fields } = await person.read(id);
  if (state !== 'inForce') return;
  const peak = peakIn(world.now().month) + world.random.between(-3, 3);
  await person.move(id, 'recordMonitoring', {
    measurements: [
      ...((fields.measurements ?? []) as RowValue[]),
      {
        measuredOn: dateIn(world, 0),
        resource: 'Booking engine',
        utilisation: Math.round(peak * 0.6),
        peak,
        performance: peak > 85 ? '95 of 100 in 900 ms' : '95 of 100 in 320 ms',
        level: levelAt(peak),
        ...(peak > 75 && {
          note: 'Friday at noon; two more nodes were switched on.',
        }),
      },
    ],
  });
}

const summerPeak: PlanText = {
  by: 'ifeoma-adeyinka',
  system: 'booking',
  meets: ['bookings', 'cards'],
  approvers: ['maren-aldous', 'rosa-delgado'],
  draft: {
    title: 'Summer peak of bookings',
    fields: {
      scope: 'service',
      version: '1.0',
      description:
        'Engine, fares, capacity and their database, from the opening of the season to its end.',
      affected: ['system:booking', 'component:booking-engine'],
      resources: [
        {
          resource: 'Booking engine',
          metric: 'Bookings a minute',
          currentCapacity: '280 on four nodes',
          pastUtilisation: 71,
          utilisation: 46,
          forecast: 93,
          warningThreshold: 75,
          exceptionThreshold: 90,
          measure: 'upgrade',
        },
        {
          resource: 'Booking database',
          metric: 'Connections',
          currentCapacity: '400',
          pastUtilisation: 55,
          utilisation: 48,
          forecast: 74,
          warningThreshold: 80,
          exceptionThreshold: 95,
          measure: 'tune',
        },
      ],
      demandDrivers:
        'School holidays, the music festival on Sundra, and the new bridge being closed to lorries.',
      scenarios: [
        {
          scenario: 'A summer like the last one',
          likelihood: 'high',
          assumption: '8 % more travellers',
          demand: '240 bookings a minute',
          consequence: 'Two nodes more in July and August',
        },
        {
          scenario: 'The bridge stays closed',
          likelihood: 'medium',
          assumption: 'All lorries come by ferry',
          demand: '310 bookings a minute',
          consequence: 'A queue in front of the website on Fridays',
        },
      ],
      forecastMethod:
        'Five years of bookings by the hour, with the growth of the last two.',
      constraints: 'The cluster has room for four nodes more; budget for two.',
      measures: [
        {
          measure: 'Two nodes for the engine from June to August',
          kind: 'upgrade',
          effect: 'Room for 400 bookings a minute',
          responsible: 'group:platform-team',
          cost: 3_600,
          state: 'decided',
        },
        {
          measure: 'Resident tickets are sold a week before all others',
          kind: 'steerDemand',
          effect: 'A fifth less on the first day of sale',
          responsible: 'group:booking-team',
          state: 'proposed',
        },
      ],
      humanNeeds: 'One more on call on Fridays in July.',
      technicalNeeds: 'Two nodes.',
      financialNeeds: '3,600 for the nodes, 1,200 for the standby.',
      costTotal: 4_800,
      currency: 'EUR',
      recommendation:
        'Rent two nodes for the season. Without them the website turns away every fourth booking on summer Fridays.',
      monitoring:
        'Bookings a minute and response times by service monitoring. The booking team acts on warnings the same day; figures are recorded here twice a month in season, monthly otherwise.',
      reviewInterval: 180,
    },
  },
};

/** Plan, measurements, a review, and the plan for the next season. */
function planSummerPeak(world: World, known: Map<string, string>) {
  const ifeoma = world.person('ifeoma-adeyinka');
  const maren = world.person('maren-aldous');
  const rosa = world.person('rosa-delgado');
  let first: string;
  let second: string | undefined;
  course(
    world,
    62,
    async () => {
      const record = await draftPlan(world, summerPeak, known);
      first = record.id;
      return record;
    },
    [
      [4, id => ifeoma.move(id, 'sendForApproval')],
      [6, id => maren.vote(id, 'approve')],
      [8, id => rosa.vote(id, 'approve')],
      [
        60,
        async id => {
          const { fields } = await ifeoma.read(id);
          await ifeoma.move(id, 'updateMeasures', {
            measures: (fields.measures as RowValue[]).map(row => ({
              ...row,
              state: 'done',
            })),
          });
        },
      ],
      [
        180,
        id =>
          ifeoma.move(id, 'review', {
            reviewOutcome: 'needsChange',
            reviewNote:
              'The forecast was right within 4 %. Card payments became the bottleneck, and belong into the next plan.',
          }),
      ],
    ],
  );
  measureEvery(world, 25, () =>
    recordUtilisation(world, summerPeak.by, second ?? first),
  );
  course(
    world,
    268,
    async () => {
      const { fields } = await ifeoma.read(first);
      const resources = fields.resources as RowValue[];
      const record = await draftPlan(
        world,
        {
          ...summerPeak,
          draft: {
            title: 'Summer peak of bookings',
            fields: {
              ...summerPeak.draft.fields,
              version: '2.0',
              affected: ['system:booking', 'system:payments'],
              resources: [
                ...resources.map(row => ({
                  ...row,
                  pastUtilisation: row.forecast,
                })),
                {
                  resource: 'Payment service',
                  metric: 'Authorisations a minute',
                  currentCapacity: '180',
                  utilisation: 62,
                  forecast: 97,
                  measure: 'upgrade',
                },
              ] as FieldValue,
              recommendation:
                'Three nodes for the engine and one for payments. The supplier of card services must promise 250 a minute in writing.',
            },
            links: [{ relation: 'supersedes', to: first }],
          },
        },
        known,
      );
      return record;
    },
    [
      [5, id => ifeoma.move(id, 'sendForApproval', {}, 'For the next season.')],
      [7, id => rosa.vote(id, 'approve')],
      [
        9,
        async id => {
          await maren.vote(id, 'approve');
          second = id;
        },
      ],
    ],
  );
}

/** Refused at first, as the money was not there. */
function planLines(world: World, known: Map<string, string>) {
  const pedro = world.person('pedro-quispe');
  const maren = world.person('maren-aldous');
  const anneke = world.person('anneke-vandermeer');
  const text: PlanText = {
    by: 'pedro-quispe',
    system: 'shared-platform',
    meets: ['line'],
    approvers: ['maren-aldous', 'anneke-vandermeer'],
    draft: {
      title: 'Lines to vessels and islands',
      fields: {
        scope: 'resource',
        version: '1.0',
        description:
          'Satellite and radio to nine vessels, cable and radio to the terminals.',
        affected: ['resource:ship-to-shore-link', 'resource:core-network'],
        resources: [
          {
            resource: 'Satellite link of a vessel',
            metric: 'Mbit/s at peak',
            currentCapacity: '20',
            utilisation: 78,
            forecast: 110,
            warningThreshold: 80,
            exceptionThreshold: 95,
            measure: 'upgrade',
          },
          {
            resource: 'Radio line to Sundra',
            metric: 'Mbit/s at peak',
            currentCapacity: '200',
            utilisation: 31,
            forecast: 40,
            measure: 'none',
          },
        ],
        demandDrivers: 'Cameras on the car decks; passengers who watch films.',
        constraints: 'The contract for the satellite runs for two more years.',
        measures: [
          {
            measure: '40 Mbit/s for all nine vessels',
            kind: 'upgrade',
            cost: 64_000,
            state: 'proposed',
          },
        ],
        recommendation: 'Double the link of all nine vessels.',
        monitoring:
          'Traffic of each line every five minutes; the network team looks each week, alerts go to the duty phone.',
      },
    },
  };
  course(world, 104, () => draftPlan(world, text, known), [
    [3, id => pedro.move(id, 'sendForApproval')],
    [
      6,
      id =>
        maren.vote(
          id,
          'refuse',
          '64,000 a year for films on board is not ours to pay. Separate the travellers from the bridge first.',
        ),
    ],
    [
      14,
      id =>
        pedro.edit(id, {
          version: '1.1',
          measures: [
            {
              measure: 'Travellers get at most half of the link',
              kind: 'steerDemand',
              effect: 'The bridge always has 10 Mbit/s',
              responsible: 'user:hanna-bjarnadottir',
              due: dateIn(world, 60),
              state: 'decided',
            },
            {
              measure: '40 Mbit/s for the three vessels of the long route',
              kind: 'upgrade',
              cost: 19_000,
              state: 'decided',
            },
          ],
          recommendation:
            'Limit the travellers everywhere, double the link of three vessels.',
        }),
    ],
    [15, id => pedro.move(id, 'sendForApproval')],
    [17, id => anneke.vote(id, 'approve')],
    [18, id => maren.vote(id, 'approve')],
    [
      105,
      id =>
        pedro.move(id, 'recordMonitoring', {
          measurements: [
            {
              measuredOn: dateIn(world, 0),
              resource: 'Satellite link of the Aurora',
              utilisation: 52,
              peak: 71,
              level: 'normal',
              note: 'Since travellers have their own half',
            },
          ],
        }),
    ],
    [
      196,
      id =>
        world.person('hanna-bjarnadottir').move(id, 'review', {
          reviewOutcome: 'kept',
          reviewNote: 'The limit works; three vessels are doubled.',
          nextReviewAt: inDays(world, 180),
        }),
    ],
  ]);
}

/** Taken out of force after it had run full, and approved anew. */
function planWarehouse(world: World, known: Map<string, string>) {
  const nikos = world.person('nikos-papadakis');
  const sven = world.person('sven-kallio');
  const text: PlanText = {
    by: 'nikos-papadakis',
    system: 'data-and-reporting',
    meets: ['storage'],
    approvers: ['sven-kallio'],
    draft: {
      title: 'Storage of the warehouse',
      fields: {
        scope: 'resource',
        version: '1.0',
        affected: ['resource:reporting-warehouse', 'resource:object-store'],
        resources: [
          {
            resource: 'Reporting warehouse',
            metric: 'TB used',
            currentCapacity: '12',
            utilisation: 68,
            forecast: 79,
            warningThreshold: 80,
            exceptionThreshold: 90,
            measure: 'none',
          },
        ],
        recommendation: 'Nothing needs to be done this year.',
        monitoring: 'Free space each hour; the data team looks each Monday.',
      },
    },
  };
  course(world, 88, () => draftPlan(world, text, known), [
    [2, id => nikos.move(id, 'sendForApproval')],
    [4, id => sven.vote(id, 'approve')],
    [
      86,
      id =>
        nikos.move(
          id,
          'revise',
          {},
          'The warehouse ran full: positions of the vessels now come every ten seconds.',
        ),
    ],
    [
      90,
      id =>
        nikos.edit(id, {
          version: '1.1',
          measures: [
            {
              measure: 'Positions older than 90 days are thinned out',
              kind: 'tune',
              effect: '3 TB less',
              responsible: 'user:mei-ling-tan',
              state: 'decided',
            },
            {
              measure: 'Six TB more',
              kind: 'upgrade',
              responsible: 'group:platform-team',
              cost: 2_100,
              state: 'decided',
            },
          ],
          recommendation: 'Thin out positions, and buy six TB.',
        }),
    ],
    [91, id => nikos.move(id, 'sendForApproval')],
    [93, id => sven.vote(id, 'approve')],
    [
      150,
      id =>
        nikos.move(id, 'recordMonitoring', {
          measurements: [
            {
              measuredOn: dateIn(world, 0),
              resource: 'Reporting warehouse',
              utilisation: 58,
              peak: 58,
              level: 'normal',
            },
          ],
        }),
    ],
  ]);
}

/** Retired with what it was for. */
function planAgentDesk(world: World) {
  const tomasz = world.person('tomasz-wierzba');
  const text: PlanText = {
    by: 'tomasz-wierzba',
    system: 'booking',
    meets: [],
    approvers: ['ifeoma-adeyinka'],
    draft: {
      title: 'Seats of the agent desk',
      fields: {
        scope: 'service',
        version: '3.0',
        affected: ['component:agent-desk'],
        resources: [
          {
            resource: 'Agent desk',
            metric: 'Agents at a time',
            currentCapacity: '60',
            utilisation: 47,
            forecast: 20,
            measure: 'downgrade',
          },
        ],
        recommendation: 'Buy no more licences; agents move to the website.',
        monitoring: 'Agents signed in, by the hour.',
      },
    },
  };
  course(world, 40, () => draftPlan(world, text, new Map()), [
    [1, id => tomasz.move(id, 'sendForApproval')],
    [4, id => world.person('ifeoma-adeyinka').vote(id, 'approve')],
    [
      222,
      id =>
        tomasz.move(
          id,
          'retire',
          {},
          'The last twelve agents have moved; the peak plan of booking covers them.',
        ),
    ],
  ]);
}
