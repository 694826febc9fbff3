import { FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { World } from '../World';
import { course, inDays, Step } from './course';
import { inOffice, instant, inTurn, lastOf, linkToLast } from './moments';
import {
  ItemText,
  itemTexts,
  relationshipTexts,
  sourceTexts,
  typeTexts,
  VerificationText,
  verificationTexts,
} from './texts/configuration';
import { deploymentOf, ReleaseText, releaseTexts } from './texts/releases';

/**
 * Configuration management. Items that are live are remembered as
 * `configurationItem`, and each also as `item:<key>`.
 */
export function liveConfm(world: World): void {
  defineTypes(world);
  defineRelationships(world);
  sourceTexts.forEach((_, index) => connectSource(world, index));
  dropSource(world);
  itemTexts.forEach((text, index) => recordItem(world, text, index));
  relateItems(world);
  changeItems(world);
  releaseTexts.forEach(release => recordRelease(world, release));
  takeBaselines(world);
  verificationTexts.forEach((text, index) => verify(world, text, index));
  verifyOtherwise(world);
}

const grace = 'grace-wanjiru';
const sven = 'sven-kallio';
const amara = 'amara-diallo';
const pedro = 'pedro-quispe';
const hanna = 'hanna-bjarnadottir';

// --- The model ---------------------------------------------------------------

function defineTypes(world: World) {
  for (const { key, attributes, title, ...fields } of typeTexts) {
    const author = world.person(key === 'network' ? pedro : sven);
    const steps: Step[] = [
      [
        2,
        async id =>
          world.remember(
            `ciType:${key}`,
            await world.person(grace).move(id, 'approve'),
          ),
      ],
      [
        200,
        id =>
          author.move(id, 'review', {
            reviewOutcome: key === 'device' ? 'needsChange' : 'kept',
            reviewNote: 'Gone through with those who keep the records.',
          }),
      ],
    ];
    if (key === 'device') {
      steps.push(
        [
          207,
          id =>
            author.move(id, 'revise', {}, 'Scanners are kept as a pool only'),
        ],
        [
          208,
          id =>
            author.edit(id, {
              levelOfDetail:
                'Each device above 300 but scanners, which are a pool.',
            }),
        ],
        [210, id => world.person(grace).move(id, 'approve')],
      );
    }
    course(
      world,
      3,
      () =>
        author.create('ciType', {
          title,
          fields: {
            ...fields,
            attributes: attributes.map(([name, kind, meaning]) => ({
              name,
              kind,
              meaning,
              required: kind !== 'url',
            })),
            ownerRule:
              'Who owns the entity in the catalog, or else who keeps it running',
            verificationMethod: key === 'device' ? 'manual' : 'both',
          },
        }),
      steps,
    );
  }
  const author = world.person(sven);
  course(
    world,
    9,
    () =>
      author.create('ciType', {
        title: 'Cable',
        fields: {
          description: 'Each cable between two devices.',
          kind: 'network',
          levelOfDetail: 'Each of them.',
          attributes: [{ name: 'Length', kind: 'number' }],
        },
        links: linkToLast(world, 'specialises', 'ciType:network'),
      }),
    [
      [
        40,
        id => author.move(id, 'retire', {}, 'Nobody would keep it up to date'),
      ],
    ],
  );
}

function defineRelationships(world: World) {
  relationshipTexts.forEach(({ between, pairs, title, ...fields }, index) => {
    const author = world.person(sven);
    const steps: Step[] = [[2, id => world.person(grace).move(id, 'approve')]];
    steps.push(
      index < relationshipTexts.length - 1
        ? [
            210,
            id =>
              author.move(id, 'review', {
                reviewOutcome: 'kept',
                reviewNote: 'Used as it is meant.',
              }),
          ]
        : [90, id => author.move(id, 'retire', {}, 'Used twice in a quarter')],
    );
    course(
      world,
      6,
      () =>
        author.create('relationshipType', {
          title,
          fields: {
            ...fields,
            pairs: pairs.map(([from, to, cardinality]) => ({
              from,
              to,
              cardinality,
            })),
          },
          links: between.flatMap(type =>
            linkToLast(world, 'between', `ciType:${type}`),
          ),
        }),
      steps,
    );
  });
}

function connectSource(world: World, index: number) {
  const {
    key,
    by,
    title,
    feeds,
    integrationPlan,
    itemCount,
    quality,
    ...fields
  } = sourceTexts[index];
  const keeper = world.person(by);
  const isPlanned = index % 2 === 0;
  const steps: Step[] = [];
  if (isPlanned) {
    steps.push([
      1,
      id =>
        keeper.move(id, 'plan', {
          integrationPlan,
          integrateBy: inDays(world, 30),
        }),
    ]);
  }
  const review = (id: string) =>
    keeper.move(id, 'review', {
      reviewOutcome: 'kept',
      reviewNote: 'Compared for a sample of ten.',
      quality,
    });
  steps.push(
    [2, id => keeper.move(id, 'integrate', { itemCount, quality })],
    [170, review],
  );
  if (key === 'discovery') {
    steps.push(
      [
        230,
        id =>
          world
            .person(hanna)
            .move(
              id,
              'reportInterruption',
              {},
              'No list since the firewalls were changed',
            ),
      ],
      [
        233,
        id =>
          keeper.move(
            id,
            'restore',
            { lastReadAt: instant(world.now()) },
            'Its way through the firewall is open again',
          ),
      ],
    );
  }
  if (key === 'register') {
    steps.push(
      [240, id => keeper.move(id, 'planAgain', {}, 'Finance changes its tool')],
      [
        244,
        id =>
          keeper.move(id, 'plan', {
            integrationPlan: 'Interface of the new tool, from next year on.',
            integrateBy: inDays(world, 100),
          }),
      ],
    );
  }
  // The list of the carrier is not looked at once more.
  if (!['register', 'carrier'].includes(key)) {
    steps.push([335, review]);
  }
  course(
    world,
    7,
    async () => {
      const source = await keeper.create('configurationSource', {
        title,
        fields: fields,
        links: feeds.flatMap(type =>
          linkToLast(world, 'feeds', `ciType:${type}`),
        ),
      });
      world.remember(`source:${key}`, source);
      return source;
    },
    steps,
  );
}

function dropSource(world: World) {
  const keeper = world.person(sven);
  course(
    world,
    205,
    () =>
      keeper.create('configurationSource', {
        title: 'Spreadsheet of scanners',
        fields: {
          description: 'Kept by the duty manager of Northpier.',
          kind: 'spreadsheet',
          holds: 'Where each hand scanner is.',
          quality: 'poor',
        },
      }),
    [
      [
        20,
        id =>
          keeper.move(id, 'drop', {}, 'Scanners are one pool in the CMDB now'),
      ],
    ],
  );
}

// --- Items -------------------------------------------------------------------

function draftOf({
  key,
  entity,
  type,
  sources,
  links,
  attributes,
  title,
  ...fields
}: ItemText) {
  return {
    title,
    fields: {
      ...fields,
      ...(entity && { catalogEntity: entity }),
      attributes: attributes.map(([name, value, unit]) => ({
        name,
        value,
        ...(unit && { unit }),
      })),
    },
  };
}

function linksOf(world: World, { type, sources }: ItemText) {
  return [
    ...linkToLast(world, 'ofType', `ciType:${type}`),
    ...sources.flatMap(source =>
      linkToLast(world, 'recordedFrom', `source:${source}`),
    ),
  ];
}

const keeperOf = (world: World, { type }: ItemText, index: number) =>
  world.person(
    (type === 'network' ? [pedro, hanna] : [sven, amara])[index % 2],
  );

function recordItem(world: World, text: ItemText, index: number) {
  const keeper = keeperOf(world, text, index);
  const interval = typeTexts.find(({ key }) => key === text.type)!.verifyEvery;
  course(
    world,
    10 + (index % 10),
    () =>
      keeper.create('configurationItem', {
        ...draftOf(text),
        links: linksOf(world, text),
      }),
    [
      [
        1,
        async id => {
          const live = await keeper.move(id, 'goLive', {
            verifyBy: inDays(world, interval + (index % 5) * 9),
          });
          world.remember('configurationItem', live);
          world.remember(`item:${text.key}`, live);
        },
      ],
    ],
  );
}

function relateItems(world: World) {
  world.at(world.workday(24), async () => {
    for (const [index, text] of itemTexts.entries()) {
      const item = lastOf(world, `item:${text.key}`);
      for (const [relation, key] of text.links ?? []) {
        const other = lastOf(world, `item:${key}`);
        if (item && other) {
          await keeperOf(world, text, index).link(item.id, relation, other.id);
        }
      }
    }
  });
}

/** What becomes of an item on some day. */
function later(
  world: World,
  key: string,
  day: number,
  happens: (id: string) => Promise<unknown>,
) {
  world.at(world.workday(day), async () => {
    const item = lastOf(world, `item:${key}`);
    if (item) await happens(item.id);
  });
}

function changeItems(world: World) {
  const [platform, network] = [world.person(amara), world.person(pedro)];
  later(world, 'database-cluster', 199, id =>
    platform.move(id, 'startMaintenance', {}, 'Upgrade to version 17'),
  );
  later(world, 'database-cluster', 202, id =>
    platform.move(id, 'endMaintenance', { version: '17.2' }, 'Upgraded'),
  );
  later(world, 'production-cluster', 318, id =>
    platform.move(
      id,
      'recordChange',
      { attributes: [{ name: 'Nodes', value: '14' }] },
      'Two more nodes',
    ),
  );
  later(world, 'edge-1', 88, id =>
    platform.move(id, 'startMaintenance', {}, 'Memory module is exchanged'),
  );
  later(world, 'edge-1', 92, id => platform.move(id, 'endMaintenance'));
  later(world, 'scanner-pool', 118, id =>
    platform.move(
      id,
      'putInStock',
      { location: 'Northpier, store room' },
      'Until the holidays',
    ),
  );
  later(world, 'scanner-pool', 190, id =>
    platform.move(
      id,
      'reportMissing',
      {},
      'Two of nine are not in the cupboard',
    ),
  );
  later(world, 'scanner-pool', 203, id =>
    platform.move(
      id,
      'find',
      { location: 'Tarn Quay, freight office' },
      'Lent to Tarn Quay and never written down',
    ),
  );
  later(world, 'fax', 150, id =>
    platform.move(
      id,
      'retire',
      { disposal: 'Recycled; its memory was wiped' },
      'The coastguard has switched its fax off',
    ),
  );
  later(world, 'radio-sundra', 362, id =>
    network.move(id, 'startMaintenance', {}, 'A larger dish is mounted'),
  );
  replaceFirewalls(world);
  planSatellite(world);
  for (const [index, text] of itemTexts.entries()) {
    // Some are never looked at again, and are overdue.
    if (index % 4 === 3 || ['fax', 'scanner-pool'].includes(text.key)) continue;
    const keeper = keeperOf(world, text, index);
    for (const day of [108, 212, 305]) {
      later(world, text.key, day + (index % 12), async id => {
        const { state } = await keeper.read(id);
        if (state === 'live') {
          await keeper.move(id, 'verify', { verifyBy: inDays(world, 110) });
        }
      });
    }
  }
}

function planSatellite(world: World) {
  const person = world.person(hanna);
  course(
    world,
    330,
    () =>
      person.create('configurationItem', {
        title: 'Satellite dish Kelpholm',
        fields: {
          description: 'Second way of the terminal.',
          kind: 'network',
          criticality: 'high',
          environment: 'production',
          location: 'Kelpholm, roof of the waiting room',
        },
        links: [
          ...linkToLast(world, 'ofType', 'ciType:network'),
          ...linkToLast(world, 'connectsTo', 'item:core-network'),
        ],
      }),
    [],
  );
}

/** The old pair goes when the second attempt has worked. */
function replaceFirewalls(world: World) {
  const person = world.person(pedro);
  const old = itemTexts.find(({ key }) => key === 'firewall-old')!;
  course(
    world,
    292,
    () => {
      const { title, fields } = draftOf(old);
      return person.create('configurationItem', {
        title: title.replace('2018', 'today'),
        fields: { ...fields, version: '12.0.3' },
        links: [
          ...linksOf(world, old),
          ...linkToLast(world, 'replaces', 'item:firewall-old'),
        ],
      });
    },
    [
      [
        2,
        id =>
          person.move(id, 'putInStock', {
            location: 'Second data hall, shelf',
          }),
      ],
      [
        30,
        async id => {
          const live = await person.move(id, 'goLive', {
            location: 'Both data halls',
          });
          world.remember('configurationItem', live);
        },
      ],
      [
        44,
        async () => {
          const before = lastOf(world, 'item:firewall-old');
          if (before) {
            await person.move(
              before.id,
              'retire',
              { disposal: 'In the store, keys wiped' },
              'Replaced by the new pair',
            );
          }
        },
      ],
      [
        58,
        async () => {
          const before = lastOf(world, 'item:firewall-old');
          if (before) {
            await person.move(before.id, 'useAgain', {}, 'For the test lab');
          }
        },
      ],
    ],
  );
}

/** What a release brings is written down on the day after it. */
function recordRelease(world: World, release: ReleaseText) {
  if (
    release.fate &&
    release.fate !== 'partly' &&
    release.fate !== 'refusedOnce'
  ) {
    return;
  }
  const keeper = world.person(amara);
  const time = inOffice(deploymentOf(world, release).plus({ days: 1 }));
  world.at(time, async () => {
    for (const item of itemsOf(world, release.affected)) {
      const { state } = await keeper.read(item.id);
      if (
        state !== 'live' ||
        String(item.fields.catalogEntity).startsWith('api:')
      )
        continue;
      await keeper.move(
        item.id,
        'recordChange',
        { version: release.version },
        `Brought by ${release.title}`,
      );
    }
  });
}

function itemsOf(world: World, affected: string[]): FitsmRecord[] {
  const refs = affected.map(ref => ref.replace(':', ':default/'));
  return world
    .recall('configurationItem')
    .filter(({ fields }) => refs.includes(String(fields.catalogEntity)));
}

// --- Baselines ---------------------------------------------------------------

const withBaseline = [
  'manifest-3.2',
  'booking-24.2',
  'payments-11.0',
  'gateway-4.0',
  'broker-3.0',
  'booking-24.3',
  'web-8.5',
];

function takeBaselines(world: World) {
  for (const release of releaseTexts) {
    if (withBaseline.includes(release.key)) {
      takeBefore(world, release);
    }
  }
  [50, 170, 300].forEach((day, index) => takeOfNetwork(world, day, index));
  const keeper = world.person(amara);
  course(
    world,
    264,
    () =>
      keeper.create('baseline', {
        title: 'Edge clusters before the holidays',
        fields: {
          occasion: 'planned',
          scope: ['resource:terminal-edge-cluster'],
        },
      }),
    [
      [
        8,
        id =>
          keeper.move(id, 'discard', {}, 'Taken by a tool each night by now'),
      ],
    ],
  );
  course(
    world,
    358,
    () =>
      keeper.create('baseline', {
        title: 'Booking before version 24.4',
        fields: {
          occasion: 'beforeRelease',
          scope: ['component:booking-engine'],
          takeBy: inDays(world, 14),
        },
        links: linkToLast(world, 'takenBefore', 'release:booking-24.4'),
      }),
    [],
  );
}

function takeBefore(world: World, release: ReleaseText) {
  const keeper = world.person(amara);
  const deployment = deploymentOf(world, release);
  const time = inOffice(deployment.minus({ days: 4 }));
  inTurn(
    world,
    time,
    () =>
      keeper.create('baseline', {
        title: `State before ${release.title}`,
        fields: {
          description: 'To go back to if the release has to be backed out.',
          occasion: 'beforeRelease',
          scope: release.affected,
          environment: 'production',
          method: 'automated',
          takeBy: instant(deployment),
          restoring: release.backOut,
        },
        links: [
          ...linkToLast(world, 'takenBefore', `release:${release.key}`),
          ...itemsOf(world, release.affected).map(({ id }) => ({
            relation: 'holds',
            to: id,
          })),
        ],
      }),
    [
      [
        inOffice(time.plus({ days: 1 })),
        async id => {
          const content = [];
          for (const item of itemsOf(world, release.affected)) {
            const { title, fields, state } = await keeper.read(item.id);
            content.push({
              item: `${item.id} ${title}`,
              version: String(fields.version),
              state,
            });
          }
          await keeper.move(id, 'freeze', {
            content: content.length
              ? content
              : [{ item: release.title, state: 'live' }],
            snapshot: `https://code.example.org/platform/state/tags/before-${release.key}`,
            checksum: `sha256:${Number(release.day * 7919)
              .toString(16)
              .padStart(8, '0')}`,
          });
        },
      ],
    ],
  );
}

/** Three times a year; each takes the place of the one before. */
function takeOfNetwork(world: World, day: number, index: number) {
  const keeper = world.person(pedro);
  course(
    world,
    day,
    () =>
      keeper.create('baseline', {
        title: 'Core network, known to work',
        fields: {
          description: 'Rules and routes of all devices.',
          occasion: index === 1 ? 'goodState' : 'planned',
          scope: ['resource:core-network'],
          environment: 'production',
          method: 'automated',
          content: [
            {
              item: 'Firewalls',
              version: index < 2 ? '9.1.14' : '12.0.3',
              state: 'live',
            },
            { item: 'Radios', version: '4.5', state: 'live' },
            {
              item: 'Switches of seven terminals',
              version: '17.3',
              state: 'live',
            },
          ],
          restoring:
            'Load rules and routes from the snapshot, firewalls first.',
        },
        links: [
          ...linkToLast(world, 'replaces', 'networkBaseline'),
          ...linkToLast(world, 'holds', 'item:core-network'),
        ],
      }),
    [
      [
        1,
        async id =>
          world.remember('networkBaseline', await keeper.move(id, 'freeze')),
      ],
    ],
  );
}

// --- Verifications -----------------------------------------------------------

function rowsOf({ discrepancies }: VerificationText, done: boolean) {
  return discrepancies.map(({ key, ...row }) => ({ ...row, done }));
}

function verify(world: World, text: VerificationText, index: number) {
  const owner = world.person(sven);
  const verifier = world.person(text.verifier);
  const isLast = index === verificationTexts.length - 1;
  const [checkedCount, correctCount, unrecordedCount] = text.counts;
  const evaluate = async (id: string) =>
    world.remember(
      'configurationVerification',
      await verifier.move(id, 'evaluate', {
        checkedCount,
        correctCount,
        unrecordedCount,
        findings: text.findings,
        discrepancies: rowsOf(text, false),
      }),
    );
  const steps: Step[] = [
    [6, id => verifier.move(id, 'start')],
    [9, evaluate],
  ];
  if (index === 1) {
    steps.push(
      [
        10,
        id =>
          verifier.move(
            id,
            'verifyAgain',
            {},
            'The cabinet in Kelpholm was locked',
          ),
      ],
      [12, evaluate],
    );
  }
  steps.push(
    [13, id => markItems(world, verifier.ref, text, id)],
    [13, id => verifier.move(id, 'tellStakeholders')],
    [
      14,
      async id => {
        for (const action of text.actions) followUp(world, id, text, action);
      },
    ],
    [15, () => correctRecords(world, text)],
  );
  if (!isLast) {
    steps.push([
      index === 1 ? 60 : 40,
      id =>
        owner.move(
          id,
          'close',
          { discrepancies: rowsOf(text, true) },
          'All is put right',
        ),
    ]);
  }
  course(
    world,
    text.day - 8,
    () =>
      owner.create('configurationVerification', {
        title: text.title,
        fields: {
          description: text.description,
          affected: text.affected,
          method: text.method,
          comparedWith: text.comparedWith,
          procedure: text.procedure,
          plannedFor: inDays(world, 14),
          assignee: verifier.ref,
          stakeholders: [
            ...new Set(text.discrepancies.map(one => one.responsible)),
          ],
        },
        links: [
          ...text.checks.flatMap(type =>
            linkToLast(world, 'checks', `ciType:${type}`),
          ),
          ...linkToLast(world, 'follows', 'configurationVerification'),
        ],
      }),
    steps,
  );
}

async function markItems(
  world: World,
  verifierRef: string,
  { discrepancies }: VerificationText,
  id: string,
) {
  const verifier = world.person(verifierRef.split('/')[1]);
  for (const { key } of discrepancies) {
    const item = key && lastOf(world, `item:${key}`);
    if (item) await verifier.link(id, 'finds', item.id);
  }
}

async function correctRecords(
  world: World,
  { discrepancies, title }: VerificationText,
) {
  const keeper = world.person(amara);
  for (const { key, action, attribute, found } of discrepancies) {
    const item = key && lastOf(world, `item:${key}`);
    if (item && action === 'correctRecord' && attribute === 'Version') {
      await keeper.move(
        item.id,
        'recordChange',
        { version: found },
        `Found in "${title}"`,
      );
    }
  }
}

function followUp(
  world: World,
  verification: string,
  { affected }: VerificationText,
  [title, name, days, result]: VerificationText['actions'][number],
) {
  const assignee = world.person(name);
  const now = world.now();
  const day = (count: number): DateTime => inOffice(now.plus({ days: count }));
  inTurn(
    world,
    now,
    () =>
      world.person(sven).create('followUpAction', {
        title,
        fields: {
          kind: 'prevent',
          process: 'confm',
          affected,
          assignee: assignee.ref,
          dueAt: inDays(world, days),
        },
        links: [{ relation: 'followsFrom', to: verification }],
      }),
    [
      [day(3), id => assignee.move(id, 'start')],
      [day(days - 2), id => assignee.move(id, 'finish', { result })],
    ],
  );
}

/** One that finds nothing, one that is called off, and one that is planned. */
function verifyOtherwise(world: World) {
  const owner = world.person(sven);
  const verifier = world.person(hanna);
  course(
    world,
    318,
    () =>
      owner.create('configurationVerification', {
        title: 'Core network against its baseline',
        fields: {
          description: 'Rules and routes of all devices.',
          affected: ['resource:core-network'],
          method: 'automated',
          comparedWith: 'baseline',
          plannedFor: inDays(world, 7),
          assignee: verifier.ref,
        },
        links: [
          ...linkToLast(world, 'comparesWith', 'networkBaseline'),
          ...linkToLast(world, 'checks', 'source:discovery'),
        ],
      }),
    [
      [2, id => verifier.move(id, 'start')],
      [
        3,
        id =>
          verifier.move(id, 'evaluate', {
            checkedCount: 41,
            correctCount: 41,
            unrecordedCount: 0,
            findings: 'All devices are as in the baseline.',
          }),
      ],
      [4, id => verifier.move(id, 'closeClean')],
    ],
  );
  course(
    world,
    240,
    () =>
      owner.create('configurationVerification', {
        title: 'Laptops against the asset register',
        fields: {
          description: 'A sample of forty.',
          affected: ['component:managed-laptops'],
          method: 'manual',
          plannedFor: inDays(world, 20),
        },
        links: linkToLast(world, 'checks', 'source:register'),
      }),
    [
      [
        6,
        id =>
          owner.move(id, 'cancel', {}, 'The register changes its tool first'),
      ],
    ],
  );
  course(
    world,
    352,
    () =>
      owner.create('configurationVerification', {
        title: 'Devices at four terminals',
        fields: {
          description: 'Northpier, Mainhaven, Sundra and St Brannoc.',
          affected: ['system:terminal-operations'],
          method: 'manual',
          comparedWith: 'reality',
          plannedFor: inDays(world, 9),
          assignee: verifier.ref,
        },
        links: linkToLast(world, 'checks', 'ciType:device'),
      }),
    [],
  );
}
