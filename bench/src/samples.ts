import { incident } from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import {
  cursorFrom,
  defaultOrder,
} from '../../plugins/fitsm-backend/src/records/recordOrder';
import {
  instantFrom,
  RecordRow,
} from '../../plugins/fitsm-backend/src/records/rows';
import { busiestComponent, component } from './organisation';

/** A place in a list, newest first. */
export interface Place {
  cursor?: string;
  position: [createdAt: string, id: string];
}

const start: Place = { position: ['9999-01-01T00:00:00.000Z', ''] };

/** The lists that are measured: the newest open records, at one page of it. */
export async function listsOf(knex: Knex): Promise<
  Array<{
    name: string;
    query: { type: string[]; entity?: string[]; category: ['open', 'waiting'] };
    place: Place;
  }>
> {
  const ofType = {
    type: [incident.name],
    category: ['open', 'waiting'] as ['open', 'waiting'],
  };
  const of = (entityRef: string) => ({ ...ofType, entity: [entityRef] });
  const middleOf = async (entityRef?: string): Promise<Place> => {
    const live = () => {
      const query = knex<RecordRow>('records').whereRaw(
        "state_category <> 'closed'",
      );
      return entityRef
        ? query.whereIn('id', ids =>
            ids
              .select('record_id')
              .from('record_entities')
              .where({ entity_ref: entityRef }),
          )
        : query;
    };
    const [{ count }] = await live().count({ count: '*' });
    const row = await live()
      .select('created_at', 'id')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .offset(Math.floor(Number(count) / 2))
      .first();
    if (!row) {
      throw new Error('No record is open; --records must be larger');
    }
    const position: Place['position'] = [instantFrom(row.created_at), row.id];
    return { position, cursor: cursorFrom(position, defaultOrder) };
  };
  return [
    { name: 'list of a type', query: ofType, place: start },
    {
      name: 'list of a type, page in the middle',
      query: ofType,
      place: await middleOf(),
    },
    { name: 'list of an entity', query: of(component(77)), place: start },
    {
      name: 'list of the busiest entity',
      query: of(busiestComponent),
      place: start,
    },
    {
      name: 'list of the busiest entity, page in the middle',
      query: of(busiestComponent),
      place: await middleOf(busiestComponent),
    },
  ];
}

/** A record that somebody works on, as it was seen last. */
export interface Seen {
  id: string;
  revision: number;
  state: string;
}

/** Records in work that no two takers share. */
export async function recordsInWork(
  knex: Knex,
  takers: number,
): Promise<Seen[][]> {
  const rows: Seen[] = await knex('records')
    .select('id', 'revision', 'state')
    .where({ type: incident.name, state: 'inProgress', restricted: false })
    .orderBy('id')
    .limit(takers * 20);
  if (rows.length < takers) {
    throw new Error(
      `Only ${rows.length} records are in work, for ${takers} to move them; raise --records`,
    );
  }
  return Array.from({ length: takers }, (_, taker) =>
    rows.filter((_row, index) => index % takers === taker),
  );
}

/** The next move there and back, by state. */
export const moves: Record<string, { transition: string; fields?: object }> = {
  inProgress: { transition: 'hold', fields: { onHoldReason: 'vendor' } },
  onHold: { transition: 'resume' },
};

const SAMPLE = 2_000;

/** Ids from all over the table, one after the other and then again. */
export async function someIds(knex: Knex): Promise<() => string> {
  const [{ last }] = await knex('records').max({ last: 'number' });
  const ids: string[] = await knex('records')
    .whereRaw('number % ? = 0', [Math.ceil(Number(last) / SAMPLE)])
    .orderByRaw('number * 7919 % 10007')
    .pluck('id');
  let index = 0;
  return () => {
    index = (index + 1) % ids.length;
    return ids[index];
  };
}
