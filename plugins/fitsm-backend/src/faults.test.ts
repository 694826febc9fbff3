import {
  FitsmClient,
  HistoryEntry,
  incident,
} from '@fitsm/plugin-fitsm-common';
import createKnex, { Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryFrom } from './history/rows';
import { entitiesOf, recordFrom, rolesOf, StoredRecord } from './records/rows';
import { timersFor } from './records/timers';
import { LoadClient } from './testing/faultsLoad';
import {
  BackendProcess,
  startBackendProcess,
  startKillablePostgres,
  startNotificationSink,
  until,
} from './testing/faultsProcesses';

jest.setTimeout(120_000);

const CLIENTS = 6;
/** What has to be acknowledged before the next fault. */
const BETWEEN_FAULTS = 120;
/** So long around a fault, what was told may not be known to be. */
const FAULT_SHADOW_MS = 5_000;

// It needs the PostgreSQL of the repository, as the tests on PostgreSQL do.
const onPostgres = process.env
  .BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING
  ? describe
  : describe.skip;

onPostgres(
  'two backends under load, killed together with their database',
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'fitsm-faults-'));
    const tokens = Object.fromEntries(
      Array.from({ length: CLIENTS }, (_, number) => [
        `client-${number}`,
        `token-of-client-${number}`,
      ]),
    );
    const running: BackendProcess[] = [];
    let postgres: Awaited<ReturnType<typeof startKillablePostgres>>;
    let sink: Awaited<ReturnType<typeof startNotificationSink>>;
    let knex: Knex;
    let clients: LoadClient[];
    const faultsAt: number[] = [];

    /** What the database holds when all is over. */
    let records: Map<string, StoredRecord>;
    let histories: Map<string, HistoryEntry[]>;

    const startBackend = async (name: string) => {
      const backend = await startBackendProcess({
        name,
        directory,
        tokens,
        connection: postgres.connection,
        notificationsUrl: sink.url,
      });
      running.push(backend);
      return backend;
    };
    const acknowledged = () =>
      clients.reduce((sum, { count }) => sum + count, 0);
    const moreAcknowledged = async (what: string) => {
      const before = acknowledged();
      await until(what, () => acknowledged() >= before + BETWEEN_FAULTS);
    };

    beforeAll(async () => {
      [postgres, sink] = await Promise.all([
        startKillablePostgres(),
        startNotificationSink(),
      ]);
      const first = await startBackend('first');
      const second = await startBackend('second');
      let backends = [first, second];
      clients = Object.values(tokens).map(
        (token, number) =>
          new LoadClient({ number, token, backends: () => backends }),
      );
      const load = Promise.all(clients.map(client => client.run()));
      // A client that is refused ends the test at once.
      const underLoad = async () => {
        await moreAcknowledged('Two backends work');

        faultsAt.push(Date.now());
        await first.kill();
        backends = [second];
        await moreAcknowledged('The other backend works on');

        faultsAt.push(Date.now());
        await postgres.kill();
        await postgres.start();
        await moreAcknowledged('The backend works on with the database back');

        const third = await startBackend('third');
        backends = [third, second];
        await moreAcknowledged('Two backends work again');
        clients.forEach(client => client.stop());
      };
      await Promise.race([underLoad(), load]);
      await load;

      knex = createKnex({
        client: 'pg',
        connection: {
          ...postgres.connection,
          database: 'backstage_plugin_fitsm',
        },
      });
      await drainOutbox(second.baseUrl);
      records = new Map(
        (await knex('records')).map(row => [row.id, recordFrom(row)]),
      );
      histories = new Map([...records.keys()].map(id => [id, []]));
      const entries = await knex('record_events').orderBy([
        'record_id',
        'sequence',
      ]);
      for (const entry of entries.map(entryFrom)) {
        histories.get(entry.recordId)?.push(entry);
      }
    });

    afterAll(async () => {
      await knex?.destroy();
      await Promise.all(
        running.filter(one => one.isRunning()).map(one => one.kill()),
      );
      await sink?.stop();
      await postgres?.stop();
      rmSync(directory, { recursive: true, force: true });
    });

    /** Lets the job find at once what it would find when half a minute is over. */
    async function drainOutbox(baseUrl: string) {
      const tells = (where: (query: Knex.QueryBuilder) => void) =>
        knex('record_outbox')
          .modify(where)
          .count({ count: '*' })
          .then(([{ count }]) => Number(count));
      await until('Nobody tells of a change any more', async () => {
        const young = await tells(query =>
          query.whereRaw("due_at > now() + interval '28 seconds'"),
        );
        return young === 0;
      });
      await knex('record_outbox').update({ due_at: knex.fn.now() });
      const job = '.backstage/scheduler/v1/tasks/tell-what-was-left-untold';
      const [token] = Object.values(tokens);
      await until('The outbox is empty', async () => {
        await fetch(`${baseUrl}/api/fitsm/${job}/trigger`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}` },
        });
        return (await tells(() => {})) === 0;
      });
    }

    const all = <T>(pick: (client: LoadClient) => T[]) => clients.flatMap(pick);
    const created = () => all(client => client.acknowledged.creates);
    /** The entries that made the revisions of a record, the first one first. */
    const revisionsOf = (id: string) =>
      histories.get(id)!.filter(({ kind }) => kind !== 'commented');

    it('there was load, and every backend served it', () => {
      const counts = {
        creates: created().length,
        changes: all(client => client.acknowledged.revisions).length,
        comments: all(client => client.acknowledged.comments).length,
        failedRequests: clients.reduce(
          (sum, { failures }) => sum + failures,
          0,
        ),
        servedBy: Object.fromEntries(
          ['first', 'second', 'third'].map(name => [
            name,
            clients.reduce(
              (sum, { servedBy }) => sum + (servedBy.get(name) ?? 0),
              0,
            ),
          ]),
        ),
        notifications: sink.received.length,
      };
      process.stdout.write(`Under faults: ${JSON.stringify(counts)}\n`);
      expect(acknowledged()).toBeGreaterThanOrEqual(4 * BETWEEN_FAULTS);
      expect(counts.creates).toBeGreaterThan(CLIENTS);
      expect(counts.changes).toBeGreaterThan(CLIENTS);
      expect(counts.comments).toBeGreaterThan(CLIENTS);
      expect(counts.failedRequests).toBeGreaterThan(0);
      expect(Math.min(...Object.values(counts.servedBy))).toBeGreaterThan(0);
    });

    it('REC-1 no id came twice', () => {
      const ids = created().map(({ record }) => record.id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('REC-3 every record that was acknowledged is there, with its revision', () => {
      for (const { record } of created()) {
        expect(records.get(record.id)).toMatchObject({
          createdBy: record.createdBy,
          createdAt: record.createdAt,
        });
        expect(revisionsOf(record.id)[0]).toMatchObject({ kind: 'created' });
      }
      for (const after of all(client => client.acknowledged.revisions)) {
        const { revision } = records.get(after.id)!;
        expect(revision).toBeGreaterThanOrEqual(after.revision);
        expect(revisionsOf(after.id)[after.revision - 1].at).toBe(
          after.updatedAt,
        );
      }
    });

    it('REC-3 every comment that was acknowledged is there, once', () => {
      for (const comment of all(client => client.acknowledged.comments)) {
        const same = histories
          .get(comment.recordId)!
          .filter(entry => entry.comment?.body === comment.comment!.body);
        expect(same).toEqual([comment]);
      }
    });

    it('REC-3 nothing was written by halves', async () => {
      const rowsBy = async (table: string, columns: string[]) => {
        const byRecord = new Map<string, string[]>();
        for (const row of await knex(table)) {
          const text = columns.map(name => row[name]).join(' ');
          byRecord.set(row.record_id, [
            ...(byRecord.get(row.record_id) ?? []),
            text,
          ]);
        }
        return (id: string) => (byRecord.get(id) ?? []).sort();
      };
      const roles = await rowsBy('record_roles', ['role', 'holder']);
      const links = await rowsBy('record_entities', ['field', 'entity_ref']);
      const timers = await rowsBy('record_timers', ['name']);
      expect(records.size).toBeGreaterThanOrEqual(created().length);
      for (const [id, record] of records) {
        expect(roles(id)).toEqual(
          rolesOf(incident, record)
            .map(({ role, holder }) => `${role} ${holder}`)
            .sort(),
        );
        expect(links(id)).toEqual(
          entitiesOf(incident, record)
            .map(({ field, entityRef }) => `${field} ${entityRef}`)
            .sort(),
        );
        expect(timers(id)).toEqual(
          timersFor(incident, record)!.map(({ name }) => name),
        );
        expect(revisionsOf(id)).toHaveLength(record.revision);
        expect(histories.get(id)).toHaveLength(record.history.length);
      }
      const orphans = await knex('record_events').whereNotIn('record_id', [
        ...records.keys(),
      ]);
      expect(orphans).toEqual([]);
    });

    it('REC-4 every idempotency key made one record', async () => {
      const keys: Array<{ key: string; record_id: string }> = await knex(
        'record_idempotency',
      );
      const byKey = new Map(keys.map(({ key, record_id: id }) => [key, id]));
      expect(keys.map(row => row.record_id).sort()).toEqual(
        [...records.keys()].sort(),
      );
      for (const { key, record } of created()) {
        expect(byKey.get(key)).toBe(record.id);
      }
    });

    it('HIS-1 all chains verify', async () => {
      const second = running.find(({ name }) => name === 'second')!;
      const client = new FitsmClient({
        discoveryApi: { getBaseUrl: async () => `${second.baseUrl}/api/fitsm` },
      });
      const [token] = Object.values(tokens);
      let checkedRecords = 0;
      let cursor: string | undefined;
      do {
        const page = await client.verifyHistory({ cursor }, { token });
        expect(page.problems).toEqual([]);
        checkedRecords += page.checkedRecords;
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      expect(checkedRecords).toBe(records.size);
    });

    it('every change was told, and told twice only where a fault hid the first', () => {
      const byScope = new Map<string, typeof sink.received>();
      for (const notification of sink.received) {
        const { scope } = notification.payload;
        byScope.set(scope, [...(byScope.get(scope) ?? []), notification]);
      }
      const expected = new Map(
        [...records.keys()].flatMap(id => {
          let revision = 0;
          return histories.get(id)!.flatMap(({ kind, at, actor }) => {
            if (kind === 'commented') {
              const scope = `fitsm:${id}:commented:${at}:${actor.ref}:commented`;
              return [[scope, at] as const];
            }
            revision += 1;
            return notifying(kind, revision).map(
              suffix =>
                [`fitsm:${id}:${kind}:${revision}:${suffix}`, at] as const,
            );
          });
        }),
      );
      expect([...byScope.keys()].sort()).toEqual([...expected.keys()].sort());
      const repeated = [...byScope.values()].filter(({ length }) => length > 1);
      // Under one scope Backstage keeps one, so that nobody sees the other; but
      // only if they are the same.
      for (const [first, ...others] of repeated) {
        others.forEach(other => expect(other).toEqual(first));
      }
      for (const [{ payload }] of repeated) {
        const at = Date.parse(expected.get(payload.scope)!);
        expect(
          faultsAt.some(fault => Math.abs(fault - at) < FAULT_SHADOW_MS),
        ).toBe(true);
      }
    });

    /** Whom the load's changes concern: assigned at first, then told of moves. */
    function notifying(kind: string, revision: number): string[] {
      switch (kind) {
        case 'created':
          return ['assigned'];
        case 'moved':
          // The first move is assigned to somebody, too.
          return revision === 3 ? ['assigned', 'moved'] : ['moved'];
        default:
          return [];
      }
    }
  },
);
