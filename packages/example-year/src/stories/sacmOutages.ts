import { fullEntityRef } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { World } from '../World';
import { course, inDays, linksTo } from './course';
import { maintenance, OutageText, outages } from './texts/sacm';

/** Times in which services were down. */
export function sufferOutages(world: World): void {
  outages.forEach((text, index) => sufferOutage(world, text, index));
  maintenance.forEach(text => closeForMaintenance(world, text));
  recordOutagesOfIncidents(world);
  withdrawFalseOutage(world);
}

/** Links to the services of those who own what is affected. */
function serviceLinks(world: World, affected: unknown) {
  const owners = [affected ?? []]
    .flat()
    .map(ref => world.ownerOf(fullEntityRef(String(ref))!));
  return world
    .recall('service')
    .filter(
      ({ fields: { catalogEntity } }) =>
        catalogEntity && owners.includes(world.ownerOf(String(catalogEntity))),
    )
    .map(({ id }) => ({ relation: 'ofService', to: id }));
}

/** One is taken up again, one is disputed, one waits out its ten days. */
function sufferOutage(
  world: World,
  { day, by, hours, draft }: OutageText,
  index: number,
) {
  const person = world.person(by);
  const sven = world.person('sven-kallio');
  const eilidh = world.person('eilidh-macaskill');
  const { causeKind, cause, ...fields } = draft.fields;
  world.at(world.workday(day), async () => {
    const startedAt = world.now().minus({ minutes: 25 });
    const { id } = await person.create('outage', {
      title: draft.title,
      fields: {
        ...fields,
        startedAt: startedAt.toISO()!,
        detectedAt: startedAt.plus({ minutes: 4 }).toISO()!,
        expectedEndAt: inDays(world, hours / 24),
      },
      links: serviceLinks(world, fields.affected),
    });
    const end = () =>
      person.move(id, 'end', { endedAt: inDays(world, 0), causeKind, cause });
    world.after({ hours }, async () => {
      await end();
    });
    if (index === 0) {
      world.after({ hours: hours + 2 }, async () => {
        await person.move(
          id,
          'resume',
          {},
          'Half an hour later it was gone again.',
        );
      });
      world.after({ hours: hours + 9 }, async () => {
        await end();
      });
    }
    if (index === 3) {
      world.after({ days: 2 }, async () => {
        await eilidh.move(id, 'dispute', {
          objection:
            "The power on the pier is the port authority's, and the barriers were raised by hand after 40 minutes. This cannot count as two hours.",
        });
      });
      world.after({ days: 6 }, async () => {
        await sven.move(id, 'settle', {
          decision:
            'Counts for the 40 minutes until cars moved again. That the batteries were old stays our fault.',
          countsAgainstAvailability: 'inPart',
          countedShare: 33,
        });
      });
    } else if (index !== 2) {
      world.after({ days: 3 }, async () => {
        await sven.move(id, 'confirm');
      });
    }
  });
}

function closeForMaintenance(
  world: World,
  { day, by, hours, draft }: OutageText,
) {
  const person = world.person(by);
  world.at(world.workday(day), async () => {
    const start: DateTime = world
      .now()
      .plus({ days: 6 })
      .set({ hour: 2, minute: 0 });
    const end = start.plus({ hours });
    const [change] = linksTo(
      world,
      'during',
      'change',
      [draft.fields.affected].flat().map(String),
    );
    const { id } = await person.create('outage', {
      title: draft.title,
      fields: {
        ...draft.fields,
        kind: 'scheduled',
        detectedBy: 'planned',
        startedAt: start.toISO()!,
        expectedEndAt: end.toISO()!,
        agreedInAdvance: true,
        announcedAt: inDays(world, 0),
        countsAgainstAvailability: 'no',
        whyNotCounted: 'In the maintenance window, announced in time',
      },
      links: [
        ...serviceLinks(world, draft.fields.affected),
        ...(change ? [change] : []),
      ],
    });
    world.at(end.plus({ minutes: 10 }), async () => {
      await person.move(id, 'end', { endedAt: end.toISO()! });
    });
    world.at(end.plus({ days: 2, hours: 8 }), async () => {
      await person.move(id, 'confirm');
    });
  });
}

/** The gravest incidents leave an outage behind, as a rule a month. */
function recordOutagesOfIncidents(world: World) {
  const sven = world.person('sven-kallio');
  const recorded = new Set<string>();
  const every = Math.max(1, Math.round(40 / world.scale));
  for (let day = 85; day < 360; day += every) {
    world.at(world.workday(day), async () => {
      const incident = world
        .recall('incident')
        .findLast(
          ({ id, priority = 4, restricted, fields }) =>
            priority <= 2 &&
            !restricted &&
            fields.affected &&
            !recorded.has(id),
        );
      if (!incident) return;
      recorded.add(incident.id);
      const { title, createdAt, fields } = await sven.read(incident.id);
      const startedAt = String(fields.occurredAt ?? createdAt);
      const endedAt = String(
        fields.resolvedAt ??
          DateTime.fromISO(startedAt).plus({ minutes: 80 }).toISO(),
      );
      const { id } = await sven.create('outage', {
        title,
        fields: {
          description: fields.description,
          affected: fields.affected,
          severity: world.random.oneOf(['full', 'degraded']),
          detectedBy: world.random.oneOf(['monitoring', 'user']),
          startedAt,
        },
        links: [
          { relation: 'causedBy', to: incident.id },
          ...serviceLinks(world, fields.affected),
        ],
      });
      world.after({ hours: 1 }, async () => {
        await sven.move(id, 'end', {
          endedAt,
          causeKind: world.random.oneOf([
            'software',
            'hardware',
            'network',
            'change',
          ]),
        });
      });
      world.after({ days: 4 }, async () => {
        await sven.move(id, 'confirm');
      });
    });
  }
}

function withdrawFalseOutage(world: World) {
  const amara = world.person('amara-diallo');
  course(
    world,
    206,
    () =>
      amara.create('outage', {
        title: 'API gateway is not reached by the probe',
        fields: {
          affected: ['component:api-gateway'],
          startedAt: world.now().minus({ minutes: 15 }).toISO()!,
          detectedBy: 'monitoring',
        },
      }),
    [
      [
        0,
        id =>
          amara.move(
            id,
            'withdraw',
            {},
            'The probe itself had lost its line; users noticed nothing.',
          ),
      ],
    ],
  );
}
