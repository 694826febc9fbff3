import { TestDatabases } from '@backstage/backend-test-utils';
import { incident, NewRecord } from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { startFitsm } from './testing/startFitsm';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('records on %s', databaseId => {
  let knex: Knex;
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    fitsm = await startFitsm({ knex });
  });
  afterAll(() => fitsm.stop());

  const raise = (title = 'The engine stutters', extra = {}) =>
    fitsm
      .as('ada')
      .records(incident)
      .create({
        title,
        fields: { affected: ['component:default/engine'] },
        ...extra,
      });

  it('REC-1 a record has type, id, title, state, owner and revision', async () => {
    const first = await raise();
    expect(first).toMatchObject({
      type: 'incident',
      id: expect.stringMatching(/^INC-\d+$/),
      title: 'The engine stutters',
      state: 'new',
      stateCategory: 'open',
      owner: 'group:default/engine-team',
      priority: 3,
      revision: 1,
      createdBy: 'user:default/ada',
      fields: {
        reporter: 'user:default/ada',
        assignedGroup: 'group:default/engine-team',
        channel: 'portal',
      },
    });
    const second = await raise();
    expect(second.id).not.toBe(first.id);
  });

  it('REC-1 ids never repeat when many are created at once', async () => {
    const created = await Promise.all(
      Array.from({ length: 60 }, (_, index) => raise(`At once ${index}`)),
    );
    expect(new Set(created.map(({ id }) => id)).size).toBe(60);
  });

  it('REC-2 a stale write is refused and overwrites nothing', async () => {
    const { id } = await raise();
    const client = fitsm.as('ada');
    await client.updateRecord(id, { revision: 1, title: 'First' });
    await expect(
      client.updateRecord(id, { revision: 1, title: 'Second' }),
    ).rejects.toMatchObject({
      statusCode: 409,
      cause: { name: 'ConflictError', code: 'StaleRevision' },
    });
    const { record } = await client.getRecord(id);
    expect(record).toMatchObject({ title: 'First', revision: 2 });
  });

  it('REC-2 of many writes that saw the same revision, one wins', async () => {
    const { id } = await raise();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        fitsm.as('ada').updateRecord(id, { revision: 1, title: `T${index}` }),
      ),
    );
    const refusals = outcomes.flatMap(outcome =>
      outcome.status === 'rejected' ? outcome.reason.cause.code : [],
    );
    expect(refusals).toEqual(Array(9).fill('StaleRevision'));
    const { items } = await fitsm.as('ada').getHistory(id);
    expect(items.map(({ kind }) => kind)).toEqual(['changed', 'created']);
  });

  it('REC-4 the same idempotency key yields the same record', async () => {
    const make = (title: string) =>
      fitsm
        .as('ada')
        .createRecord('incident', { title }, { idempotencyKey: 'once' });
    const [one, other] = await Promise.all([make('Once'), make('Once')]);
    expect(other.id).toBe(one.id);
    await expect(make('Twice')).rejects.toMatchObject({ statusCode: 409 });
  });

  it('REC-5 a deletion needs the right and a reason, and leaves a tombstone', async () => {
    const { id } = await raise();
    const remove = (who: string, reason = 'A test') =>
      fitsm.as(who).deleteRecord(id, { revision: 1, reason });
    await expect(remove('manager')).rejects.toMatchObject({ statusCode: 403 });
    await expect(remove('admin', ' ')).rejects.toMatchObject({
      statusCode: 400,
    });
    await remove('admin');
    await expect(fitsm.as('admin').getRecord(id)).rejects.toMatchObject({
      statusCode: 404,
    });
    const entries = await knex('record_events')
      .where({ record_id: id })
      .orderBy('sequence');
    expect(entries.map(({ kind }) => kind)).toEqual(['created', 'deleted']);
    expect(entries[1]).toMatchObject({
      actor_ref: 'user:default/admin',
      reason: 'A test',
    });
  });

  it('HIS-1 the history says who, when, what from and to, and why', async () => {
    const { id } = await raise();
    await fitsm
      .as('desk')
      .updateRecord(id, { revision: 1, fields: { impact: 'high' } });
    await fitsm
      .as('manager')
      .updateRecord(id, { revision: 2, priority: 1, reason: 'The king sails' });
    const { items } = await fitsm.as('ada').getHistory(id);
    expect(items).toMatchObject([
      {
        sequence: 3,
        actor: { kind: 'person', ref: 'user:default/manager' },
        changes: { priority: { from: 2, to: 1 } },
        reason: 'The king sails',
      },
      {
        sequence: 2,
        changes: {
          impact: { from: 'medium', to: 'high' },
          priority: { from: 3, to: 2 },
        },
      },
      { sequence: 1, kind: 'created' },
    ]);
  });

  it('HIS-1 a chain that was tampered with does not verify', async () => {
    const { id } = await raise('Do not touch');
    await fitsm.as('ada').updateRecord(id, { revision: 1, title: 'Touched' });
    const problems = async () => {
      const all = [];
      let cursor: string | undefined;
      do {
        const page = await fitsm.as('admin').verifyHistory({ cursor });
        all.push(...page.problems);
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      return all;
    };
    expect(await problems()).toEqual([]);
    const first = { record_id: id, sequence: 1 };
    await knex('record_events').where(first).update({ reason: 'Never said' });
    expect(await problems()).toMatchObject([{ recordId: id, sequence: 1 }]);
    await knex('record_events').where(first).update({ reason: null });
    const last = await knex('record_events')
      .where({ record_id: id, sequence: 2 })
      .first();
    await knex('record_events').where({ record_id: id, sequence: 2 }).delete();
    expect(await problems()).toMatchObject([{ recordId: id, sequence: 2 }]);
    await knex('record_events').insert({
      ...last,
      changes:
        typeof last.changes === 'string'
          ? last.changes
          : JSON.stringify(last.changes),
    });
    expect(await problems()).toEqual([]);
  });

  it('TRN-1 a transition is refused by state, by role and for want of fields', async () => {
    const { id } = await raise();
    const move = (
      who: string,
      transition: string,
      revision: number,
      more = {},
    ) => fitsm.as(who).transitionRecord(id, { transition, revision, ...more });
    await expect(move('desk', 'confirm', 1)).rejects.toMatchObject({
      statusCode: 409,
      body: { error: { message: expect.stringContaining('open only from') } },
    });
    await expect(move('desk', 'resolve', 1)).rejects.toMatchObject({
      statusCode: 400,
      body: {
        error: { message: expect.stringContaining('fields.resolution') },
      },
    });
    await expect(
      move('desk', 'start', 1, { fields: { resolution: 'Too early' } }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await move('desk', 'start', 1);
    const resolved = await move('desk', 'resolve', 2, {
      fields: { resolution: 'Turned it off and on', closureCode: 'solved' },
    });
    expect(resolved.fields).toMatchObject({ resolvedAt: expect.any(String) });
    await expect(move('desk', 'confirm', 3)).rejects.toMatchObject({
      statusCode: 403,
    });
    expect(await move('ada', 'confirm', 3)).toMatchObject({
      state: 'closed',
      stateCategory: 'closed',
      closedAt: expect.any(String),
    });
  });

  it('LNK-1 a link has a name in both directions, in the history of both', async () => {
    const [cause, effect] = [await raise('Cause'), await raise('Effect')];
    const client = fitsm.as('ada');
    await client.linkRecords(effect.id, { relation: 'causedBy', to: cause.id });
    expect((await client.getRecord(effect.id)).links).toMatchObject([
      { relation: 'causedBy', direction: 'outgoing', record: { id: cause.id } },
    ]);
    expect((await client.getRecord(cause.id)).links).toMatchObject([
      { relation: 'causes', direction: 'incoming', record: { id: effect.id } },
    ]);
    await client.unlinkRecords(cause.id, { relation: 'causes', to: effect.id });
    const { items } = await client.getHistory(cause.id);
    expect(items.map(({ kind }) => kind)).toEqual([
      'unlinked',
      'linked',
      'created',
    ]);
    expect((await client.getRecord(effect.id)).links).toEqual([]);
  });

  it('API-1 lists page by cursor and stay stable under writes', async () => {
    const made = [];
    for (let index = 0; index < 7; index += 1) {
      made.push((await raise(`Paged ${index}`)).id);
    }
    const client = fitsm.as('ada');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.queryRecords({
        text: 'paged',
        limit: 3,
        cursor,
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.pageInfo.nextCursor;
      await raise('Paged later');
    } while (cursor);
    expect(seen.sort()).toEqual(made.sort());
  });

  it.each([
    ['createdAt', 'desc'],
    ['priority', 'asc'],
    ['assignee', 'desc'],
    ['title', 'asc'],
    ['id', 'desc'],
    ['closedAt', 'asc'],
  ] as const)(
    'API-1 every record comes once when sorted by %s %s',
    async (field, direction) => {
      const client = fitsm.as('ada');
      const { totalItems } = await client.queryRecords({
        limit: 1,
        totalItems: 'include',
      });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.queryRecords({
          order: { field, direction },
          limit: 40,
          cursor,
        });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      expect(seen).toHaveLength(totalItems!);
      expect(new Set(seen).size).toBe(totalItems);
    },
  );

  it('a system lists what belongs to it', async () => {
    const { id } = await raise('On a part');
    const list = (parts: boolean) =>
      fitsm.as('ada').queryRecords({ entity: ['system:default/ferry'], parts });
    expect((await list(false)).items).toEqual([]);
    expect((await list(true)).items.map(one => one.id)).toContain(id);
  });

  it('a list has the records of which choice fields have such values', async () => {
    const client = fitsm.as('admin');
    const write = async (kind: string, process?: string) =>
      (
        await client.createRecord('document', {
          title: 'Chosen',
          fields: { kind, process },
        })
      ).id;
    const list = async (choice: string[]) =>
      (
        await client.queryRecords({
          type: ['document'],
          text: 'chosen',
          choice,
        })
      ).items
        .map(({ id }) => id)
        .sort();
    const [policy, plan, procedure] = [
      await write('policy', 'ism'),
      await write('plan', 'ism'),
      await write('procedure', 'chm'),
    ];
    await write('policy');
    expect(await list(['process:ism', 'process:chm'])).toEqual(
      [policy, plan, procedure].sort(),
    );
    expect(await list(['process:ism', 'kind:policy'])).toEqual([policy]);
  });

  it.each<[input: NewRecord, named: string]>([
    [{ title: '' }, 'title'],
    [{ title: 'T', fields: { impact: 'huge' } }, 'fields.impact'],
    [{ title: 'T', fields: { nonsense: 1 } }, 'fields.nonsense'],
    [{ title: 'T', fields: { occurredAt: '2026-01-01' } }, 'fields.occurredAt'],
    [
      { title: 'T', fields: { occurredAt: '0011-01-01T00:00:00Z' } },
      'fields.occurredAt',
    ],
    [{ title: 'T', fields: { reporter: 'user:default/nobody' } }, 'nobody'],
    [{ title: 'T', fields: { affected: ['user:default/ada'] } }, 'affected'],
    [{ title: 'a\u0000b' }, 'title'],
    [{ title: 'half \ud800 pair' }, 'title'],
    [{ title: 'T', owner: 'nonsense' }, 'owner'],
  ])('API-1 a new record %j is refused and %s named', async (input, named) => {
    await expect(
      fitsm.as('ada').createRecord('incident', input),
    ).rejects.toMatchObject({
      statusCode: 400,
      body: { error: { message: expect.stringContaining(named) } },
    });
  });

  it.each([
    'limit=0',
    'limit=abc',
    'cursor=nonsense',
    'order=password',
    'createdAfter=yesterday',
    'nonsense=1',
    'text=%00',
    'text=%',
    'priority=high',
    'category=late',
    'limit=1&limit=2',
    'text=a&text=b',
    'choice=process:ism',
    'type=document&type=report&choice=process:ism',
    'type=document&choice=process:nonsense',
    'type=document&choice=summary:text',
    'type=document&choice=constructor:ism',
    'type=document&choice=process',
  ])('API-1 a list with ?%s is refused', async query => {
    const response = await fetch(`${fitsm.baseUrl}/records?${query}`, {
      headers: { Authorization: fitsm.authorizationOf('ada') },
    });
    expect(response.status).toBe(400);
    const { error } = await response.json();
    expect(error.message).not.toBe('');
  });

  it('PER-1 what one may not see looks like what does not exist', async () => {
    const { id } = await raise();
    const missing = await fitsm
      .as('stranger')
      .getRecord('INC-999999')
      .catch(error => error.body.error.message);
    const hidden = await fitsm
      .as('stranger')
      .getRecord(id)
      .catch(error => error.body.error.message);
    expect(hidden).toBe(missing.replace('INC-999999', id));
    const { items, totalItems } = await fitsm
      .as('stranger')
      .queryRecords({ totalItems: 'include' });
    expect({ items, totalItems }).toEqual({ items: [], totalItems: 0 });
  });

  it('PER-1 a restricted record is seen by those involved only', async () => {
    const open = await raise('Not secret');
    const { id } = await fitsm
      .as('ada')
      .records(incident)
      .create({
        title: 'Secret',
        restricted: true,
        fields: {
          affected: ['component:default/engine'],
          reporter: 'user:default/reporter',
        },
      });
    await fitsm
      .as('ada')
      .linkRecords(open.id, { relation: 'relatesTo', to: id });
    const sees = async (who: string) => {
      const client = fitsm.as(who);
      const list = await client.queryRecords({
        text: 'secret',
        totalItems: 'include',
      });
      const one = await client.getRecord(id).catch(() => undefined);
      const links = await client
        .getRecord(open.id)
        .then(details => details.links.length)
        .catch(() => 0);
      return [list.items.some(item => item.id === id), Boolean(one), links];
    };
    expect(await sees('ada')).toEqual([true, true, 1]);
    expect(await sees('reporter')).toEqual([true, true, 0]);
    expect(await sees('manager')).toEqual([true, true, 1]);
    expect(await sees('ben')).toEqual([false, false, 0]);
    expect(await sees('desk')).toEqual([false, false, 0]);
    expect(await sees('auditor')).toEqual([false, false, 0]);
  });

  it('a requester does not see what is internal', async () => {
    const { id } = await fitsm
      .as('reporter')
      .records(incident)
      .create({
        title: 'It beeps',
        fields: { affected: ['component:default/engine'] },
      });
    await fitsm
      .as('ada')
      .comment(id, { body: 'Users!', visibility: 'internal' });
    await fitsm
      .as('ada')
      .comment(id, { body: 'We look at it', visibility: 'requester' });
    const bodies = async (who: string) =>
      (await fitsm.as(who).getHistory(id, { kind: ['commented'] })).items.map(
        ({ comment }) => comment?.body,
      );
    expect(await bodies('ada')).toEqual(['We look at it', 'Users!']);
    expect(await bodies('reporter')).toEqual(['We look at it']);
    await expect(
      fitsm.as('reporter').comment(id, { body: 'x', visibility: 'internal' }),
    ).rejects.toMatchObject({ statusCode: 403 });
  });
});
