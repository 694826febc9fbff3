import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  ActionsService,
  actionsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { incident } from '@fitsm/plugin-fitsm-common';
import { startFitsm } from './testing/startFitsm';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('actions on %s', databaseId => {
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;
  let actions: ActionsService;

  beforeAll(async () => {
    fitsm = await startFitsm({
      knex: await databases.init(databaseId),
      features: [
        actionsRegistryServiceFactory,
        actionsServiceFactory,
        // Calls actions as MCP and the scaffolder do.
        createBackendPlugin({
          pluginId: 'agent',
          register(env) {
            env.registerInit({
              deps: { service: actionsServiceRef },
              async init(deps) {
                actions = deps.service;
              },
            });
          },
        }),
      ],
    });
  });
  afterAll(() => fitsm.stop());

  /** What an action answers when an agent runs it for somebody. */
  const run = async (who: string, action: string, input: JsonObject) => {
    const { output } = await actions.invoke({
      id: `fitsm:${action}`,
      input,
      credentials: mockCredentials.user(`user:default/${who}`),
    });
    // Actions answer JSON, whose types they do not export.
    return output as any;
  };

  const raise = async (who = 'ada', more: JsonObject = {}) => {
    const { record } = await run(who, 'create-record', {
      type: 'incident',
      title: 'It stutters',
      fields: { affected: ['component:default/engine'] },
      ...more,
    });
    return record;
  };

  it('agents find four actions, and which of them only read', async () => {
    const response = await fetch(
      `${fitsm.baseUrl}/.backstage/actions/v1/actions`,
      { headers: { Authorization: fitsm.authorizationOf('ada') } },
    );
    const { actions: listed } = await response.json();
    expect(
      Object.fromEntries(
        listed.map((action: { id: string; attributes: object }) => [
          action.id,
          action.attributes,
        ]),
      ),
    ).toMatchObject({
      'fitsm:create-record': { readOnly: false, destructive: false },
      'fitsm:get-record': { readOnly: true, destructive: false },
      'fitsm:query-records': { readOnly: true, destructive: false },
      'fitsm:transition-record': { readOnly: false, destructive: false },
    });
  });

  it('HIS-1 what an agent does is done on behalf of the person', async () => {
    const record = await raise();
    expect(record).toMatchObject({
      createdBy: 'user:default/ada',
      fields: { reporter: 'user:default/ada' },
    });
    await run('ada', 'transition-record', {
      id: record.id,
      transition: 'start',
      revision: 1,
    });
    const { items } = await fitsm.as('ada').getHistory(record.id);
    const actor = {
      kind: 'agent',
      ref: 'actions',
      onBehalfOf: 'user:default/ada',
    };
    expect(items).toMatchObject([
      { kind: 'moved', transition: 'start', actor },
      { kind: 'created', actor },
    ]);
  });

  it('REC-4 the same idempotency key yields the same record', async () => {
    const one = await raise('ada', { idempotencyKey: 'an-agent-stutters' });
    const other = await raise('ada', { idempotencyKey: 'an-agent-stutters' });
    expect(other.id).toBe(one.id);
    await expect(
      raise('ada', { idempotencyKey: 'an-agent-stutters', title: 'Else' }),
    ).rejects.toMatchObject({ statusCode: 409 });
  });

  it('get-record tells what can be done, and how it came', async () => {
    const { id } = await raise();
    await fitsm
      .as('ada')
      .comment(id, { body: 'We look at it', visibility: 'internal' });
    const details = await run('ada', 'get-record', { id });
    expect(details).toMatchObject({
      record: { id, revision: 1, state: 'new' },
      entities: [{ entityRef: 'component:default/engine' }],
      links: [],
      history: [{ kind: 'commented' }, { kind: 'created' }],
    });
    expect(details.access.transitions).toContainEqual({ name: 'start' });
  });

  it('query-records pages through what the person may see', async () => {
    const made = [];
    for (let count = 0; count < 5; count += 1) {
      made.push((await raise('ada', { title: `Paged ${count}` })).id);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await run('ada', 'query-records', {
        text: 'paged',
        limit: 2,
        ...(cursor && { cursor }),
      });
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(made.reverse());
    expect(await run('stranger', 'query-records', { text: 'paged' })).toEqual({
      items: [],
    });
  });

  it('PER-1 agents see and do no more than the person', async () => {
    const { id } = await raise();
    const secret = await fitsm
      .as('ada')
      .records(incident)
      .create({ title: 'Secret', restricted: true });
    const move = (who: string) =>
      run(who, 'transition-record', { id, transition: 'start', revision: 1 });
    await expect(run('stranger', 'get-record', { id })).rejects.toMatchObject({
      statusCode: 404,
    });
    await expect(
      run('ben', 'get-record', { id: secret.id }),
    ).rejects.toMatchObject({ statusCode: 404 });
    await expect(move('stranger')).rejects.toMatchObject({ statusCode: 404 });
    await expect(move('ben')).rejects.toMatchObject({ statusCode: 403 });
    await expect(raise('auditor')).rejects.toMatchObject({ statusCode: 403 });
    const { items } = await fitsm.as('ada').getHistory(id);
    expect(items).toHaveLength(1);
  });

  it('a requester gets nothing internal from get-record', async () => {
    const { id } = await raise('reporter');
    await fitsm
      .as('ada')
      .comment(id, { body: 'Users!', visibility: 'internal' });
    const { history } = await run('reporter', 'get-record', { id });
    expect(history).toMatchObject([{ kind: 'created' }]);
  });

  it('REC-2 TRN-1 a move is refused as it is over HTTP', async () => {
    const { id } = await raise();
    const move = (transition: string, revision: number) =>
      run('ada', 'transition-record', { id, transition, revision });
    await expect(move('resolve', 1)).rejects.toMatchObject({
      statusCode: 400,
      body: {
        error: { message: expect.stringContaining('fields.resolution') },
      },
    });
    await move('start', 1);
    await expect(move('start', 1)).rejects.toMatchObject({ statusCode: 409 });
    await expect(move('fly', 2)).rejects.toMatchObject({ statusCode: 404 });
  });

  it.each<[action: string, input: JsonObject, named: string]>([
    ['query-records', { text: 'a\u0000b' }, 'text'],
    ['query-records', { owner: ['\u0000'] }, 'owner'],
    ['query-records', { priority: [2 ** 40] }, 'priority'],
    ['query-records', { limit: 201 }, 'limit'],
    ['query-records', { cursor: 'x' }, 'cursor'],
    ['create-record', { type: 'incident', title: ' ' }, 'title'],
    [
      'create-record',
      { type: 'incident', title: 'T', fields: { impact: 'huge' } },
      'fields.impact',
    ],
    ['create-record', { type: 'incident' }, 'title'],
  ])('API-1 %s names what is wrong in %j', async (action, input, named) => {
    await expect(run('ada', action, input)).rejects.toMatchObject({
      statusCode: 400,
      body: { error: { message: expect.stringContaining(named) } },
    });
  });
});
