import { FitsmRecord, fullEntityRef } from '@fitsm/plugin-fitsm-common';
import { World } from '../World';

/** What happens to a record so many days after its course began. */
export type Step = [days: number, happens: (id: string) => Promise<unknown>];

/**
 * A record's course from its creation on. A step that is late, as the one
 * before it was, follows an hour after: steps keep their order.
 */
export function course(
  world: World,
  day: number,
  create: () => Promise<FitsmRecord>,
  steps: Step[],
) {
  const follow = (id: string, [step, ...rest]: Step[]) => {
    if (!step) return;
    const [days, happens] = step;
    const planned = world.workday(day + days);
    const now = world.now();
    world.at(planned > now ? planned : now.plus({ hours: 1 }), async () => {
      await happens(id);
      follow(id, rest);
    });
  };
  world.at(world.workday(day), async () => {
    const { id } = await create();
    follow(id, steps);
  });
}

/** The moment so many days from now, as records hold it. */
export function inDays(world: World, days: number): string {
  return world.now().plus({ days }).toISO()!;
}

/** The day so many days from now, as records hold it. */
export function dateIn(world: World, days: number): string {
  return world.now().plus({ days }).toISODate()!;
}

/** Whether a record names one of the catalog's entities. */
export function isAbout(record: FitsmRecord, entities: string[]): boolean {
  const named = Object.values(record.fields).flat();
  const refs = entities.map(entity => fullEntityRef(entity));
  return named.some(value => refs.some(ref => ref === value));
}

/** Links to what was remembered under a name and names one of the entities. */
export function linksTo(
  world: World,
  relation: string,
  name: string,
  entities: string[],
): Array<{ relation: string; to: string }> {
  return world
    .recall(name)
    .filter(record => !record.restricted && isAbout(record, entities))
    .slice(0, 10)
    .map(({ id }) => ({ relation, to: id }));
}

/** Links by a relation to what is known by these keys. */
export function linksToKnown(
  relation: string,
  known: Map<string, string>,
  keys: string[],
): Array<{ relation: string; to: string }> {
  return keys.flatMap(key => {
    const to = known.get(key);
    return to ? [{ relation, to }] : [];
  });
}

/** Words in the titles of the agreements on what a system delivers. */
const agreementTitles: Record<string, RegExp> = {
  booking: /^Bookings/,
  'terminal-operations': /^Check-in/,
  'data-and-reporting': /^Manifests/,
  'traveller-channels': /^Website/,
  workplace: /^Workplace/,
};

/** The agreement on what a system delivers, or else the default one. */
export function agreementOn(
  world: World,
  system: string,
): FitsmRecord | undefined {
  const agreements = world.recall('sla').filter(sla => !sla.restricted);
  const title = agreementTitles[system];
  return (
    agreements.find(sla => title?.test(sla.title)) ??
    agreements.find(sla => sla.fields.kind === 'default')
  );
}
