import { incident } from '@fitsm/plugin-fitsm-common';
import { randomUUID } from 'node:crypto';
import { RecordNumbers } from '../../plugins/fitsm-backend/src/records/RecordNumbers';
import { BareSql, rowsOf } from './bareSql';
import { credentialsOf, openEngine } from './engine';
import { Work, measureBesideEachOther } from './measure';
import { newRecord, pastRecord, people } from './organisation';
import { perform, report } from './results';
import { someIds, listsOf, moves, recordsInWork } from './samples';

/** Bare SQL takes its numbers before it is measured. */
const NUMBERS = 200_000;

/** The engine called in process, beside bare SQL through the same pool. */
perform(async task => {
  const { database, records, concurrency, seconds } = task;
  const { knex, service, outbox } = await openEngine(task);
  const bare = new BareSql(knex);
  const asService = await service.callerOf(credentialsOf());
  const lists = await listsOf(knex);
  const nextId = await someIds(knex);

  const compare = async (
    operation: string,
    lanes: number,
    kinds: { engine: Work; bare: Work },
    as = 'service',
  ) => {
    const result = await measureBesideEachOther(kinds, { lanes, seconds });
    await outbox.settled();
    report({
      part: 'in process',
      operation,
      database,
      records,
      concurrency: lanes,
      as,
      measured: result.engine,
      against: { what: 'bare SQL', measured: result.bare },
    });
  };

  for (const lanes of concurrency) {
    await compare('create', lanes, await creates());
    await compare('transition', lanes, await transitions(lanes));
    await compare('open a record', lanes, {
      engine: () => service.get(asService, nextId()),
      bare: () => bare.read(nextId()),
    });
    for (const list of lists) {
      await compare(list.name, lanes, {
        engine: () =>
          service.query(asService, {
            ...list.query,
            cursor: list.place.cursor,
          }),
        bare: bareList(list),
      });
    }
    for (const [who, userEntityRef] of Object.entries(people)) {
      const caller = await service.callerOf(credentialsOf(userEntityRef));
      for (const list of lists.slice(0, 2)) {
        await compare(
          list.name,
          lanes,
          {
            engine: () =>
              service.query(caller, {
                ...list.query,
                cursor: list.place.cursor,
              }),
            bare: bareList(list),
          },
          who,
        );
      }
    }
  }
  await knex.destroy();

  function bareList({ query, place }: (typeof lists)[number]): Work {
    return () =>
      query.entity
        ? bare.listByEntity(query.entity[0], place.position)
        : bare.listByType(query.type[0], place.position);
  }

  async function creates(): Promise<{ engine: Work; bare: Work }> {
    let index = records;
    let number = await new RecordNumbers(knex).takeMany(incident.name, NUMBERS);
    const { record, entries } = pastRecord(20, 'INC-0');
    const { source: _, ...unsourced } = record;
    const rows = rowsOf([
      { definition: incident, record: unsourced, entries: entries.slice(0, 1) },
    ]);
    const of = (id: string) => (row: object) => ({ ...row, record_id: id });
    return {
      engine: () => service.create(asService, newRecord((index += 1))),
      bare: () => {
        number += 1;
        const id = `INC-${number}`;
        return bare.create(
          {
            records: rows.records.map(row => ({ ...row, id, number })),
            record_roles: rows.record_roles.map(of(id)),
            record_entities: rows.record_entities.map(of(id)),
            record_events: rows.record_events.map(of(id)),
          },
          outboxRow({ id }),
        );
      },
    };
  }

  async function transitions(
    lanes: number,
  ): Promise<{ engine: Work; bare: Work }> {
    const work = await recordsInWork(knex, lanes * 2);
    const turns = new Array<number>(lanes).fill(0);
    const bareTurns = new Array<number>(lanes).fill(0);
    const rows = new Map(
      (
        await knex('records').whereIn(
          'id',
          work.flat().map(({ id }) => id),
        )
      ).map(row => [row.id, row]),
    );
    return {
      engine: async lane => {
        const mine = work[lane * 2];
        const at = (turns[lane] += 1) % mine.length;
        const { id, revision, state } = mine[at];
        const { transition, ...move } = moves[state];
        mine[at] = await service.transition(asService, id, transition, {
          revision,
          ...move,
        });
      },
      bare: async lane => {
        const mine = work[lane * 2 + 1];
        const row = rows.get(mine[(bareTurns[lane] += 1) % mine.length].id);
        await bare.transition(
          {
            ...row,
            fields:
              typeof row.fields === 'string'
                ? row.fields
                : JSON.stringify(row.fields),
          },
          eventRow(row.id, row.history_length + 1),
          outboxRow(row),
        );
        row.revision += 1;
        row.history_length += 1;
      },
    };
  }
});

function eventRow(id: string, sequence: number) {
  return {
    record_id: id,
    sequence,
    kind: 'moved',
    at: new Date().toISOString(),
    actor_kind: 'service',
    actor_ref: 'external:bench',
    on_behalf_of: null,
    transition: 'hold',
    changes: JSON.stringify({ state: { from: 'inProgress', to: 'onHold' } }),
    reason: null,
    comment_body: null,
    comment_visibility: null,
    hash: `${id}-${sequence}`,
  };
}

/** As long as what the engine puts there. */
function outboxRow({ id }: { id: string }) {
  return {
    id: randomUUID(),
    notices: JSON.stringify({
      event: { id, type: incident.name, kind: 'created', revision: 1 },
      signals: [
        { channel: `fitsm:record:${id}`, message: { id, revision: 1 } },
      ],
      notifications: [
        {
          to: ['group:default/team-1', 'user:default/person-1'],
          title: `${id} is yours to work on`,
          link: `/fitsm/records/${id}`,
        },
      ],
    }),
    due_at: new Date(Date.now() + 30_000).toISOString(),
    attempts: 0,
  };
}
