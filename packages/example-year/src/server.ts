import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  PermissionsService,
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import permissionBackend from '@backstage/plugin-permission-backend';
import { ServerPermissionClient } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import fitsmPlugin from '@fitsm/plugin-fitsm-backend';
import permissionModuleFitsm from '@fitsm/plugin-permission-backend-module-fitsm';
import { AddressInfo, createServer } from 'node:net';
import { Organisation } from './Organisation';
import { Tokens } from './Tokens';

/** Where the records are kept. */
export type DatabaseConfig =
  | { client: 'better-sqlite3'; connection: { directory: string } }
  | { client: 'pg'; connection: string };

/**
 * Loading begins anew if it is broken off: nothing has to reach the disk. The
 * same few statements come again and again, and to prepare one takes as long as
 * to run it.
 */
const hastyDatabase = createBackendModule({
  pluginId: 'fitsm',
  moduleId: 'hasty-database',
  register(env) {
    env.registerInit({
      deps: { database: coreServices.database },
      async init({ database }) {
        const knex = await database.getClient();
        await knex.raw('PRAGMA synchronous = OFF');
        await knex.raw('PRAGMA journal_mode = MEMORY');
        const connection = await knex.client.acquireConnection();
        connection.prepare = remembering(connection.prepare.bind(connection));
        await knex.client.releaseConnection(connection);
      },
    });
  },
});

/**
 * The backend that keeps the records: FitSM, with its policy in Backstage's
 * permission framework. What is not of the year is replaced: people sign in by
 * tokens of this process, the catalog is read from its files, nobody is
 * notified, and jobs run when they are asked to.
 */
export async function startServer(options: {
  organisation: Organisation;
  database: DatabaseConfig;
}) {
  const { organisation, database } = options;
  const tokens = new Tokens();
  const jobs = new Map<string, () => Promise<void>>();
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const config = new ConfigReader({
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database,
    },
    permission: { enabled: true },
    fitsm: organisation.config,
  });

  const backend = createBackend();
  backend.add(permissionBackend);
  backend.add(permissionModuleFitsm);
  backend.add(fitsmPlugin);
  if (database.client === 'better-sqlite3') {
    backend.add(hastyDatabase);
  }
  backend.add(
    rootHttpRouterServiceFactory({
      // Without what is for browsers.
      configure: ({ app, routes, middleware }) => {
        app.use(routes);
        app.use(middleware.notFound());
        app.use(middleware.error());
      },
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => Object.assign(config, { subscribe: undefined }),
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => WinstonLogger.create({ level: 'warn' }),
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: () => ({
        createEvent: async () => ({
          success: async () => {},
          fail: async () => {},
        }),
      }),
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.auth,
      deps: { plugin: coreServices.pluginMetadata },
      factory: ({ plugin }) => tokens.authOf(plugin.getId()),
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.userInfo,
      deps: {},
      factory: () => ({
        async getUserInfo({ principal }) {
          const { userEntityRef } = principal as { userEntityRef: string };
          return {
            userEntityRef,
            ownershipEntityRefs: organisation.claimsOf(userEntityRef),
          };
        },
      }),
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.permissions,
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      factory: deps =>
        rememberingPermissions(
          ServerPermissionClient.fromConfig(deps.config, deps),
        ),
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.scheduler,
      deps: {},
      factory: () => schedulerOf(jobs),
    }),
  );
  backend.add(
    createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () => {
        const catalog = new InMemoryCatalogClient({
          entities: [...organisation.entities],
        });
        catalog.getEntitiesByRefs = remembering(
          catalog.getEntitiesByRefs.bind(catalog),
        );
        return catalog;
      },
    }),
  );
  backend.add(
    createServiceFactory({
      service: eventsServiceRef,
      deps: {},
      factory: () => ({ publish: async () => {}, subscribe: async () => {} }),
    }),
  );
  backend.add(
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({ publish: async () => {} }),
    }),
  );
  backend.add(
    createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => ({ send: async () => {} }),
    }),
  );
  await backend.start();

  return {
    baseUrl: `${baseUrl}/api/fitsm`,
    tokens,
    async runJob(id: string) {
      const job = jobs.get(id);
      if (!job) {
        throw new NotFoundError(
          `There is no job '${id}'; there are ${[...jobs.keys()].join(', ')}`,
        );
      }
      await job();
    },
    stop: () => backend.stop(),
  };
}

/**
 * Asks Backstage's permission backend once for each person and question: by
 * FitSM's policy the answer never changes, and to ask costs as much as to write.
 */
function rememberingPermissions(
  permissions: PermissionsService,
): PermissionsService {
  return {
    authorize: remembering(permissions.authorize.bind(permissions)),
    authorizeConditional: remembering(
      permissions.authorizeConditional.bind(permissions),
    ),
  };
}

/** Calls a function once for the same arguments. */
function remembering<TAnswer, TArguments extends Array<unknown>>(
  ask: (...asked: TArguments) => TAnswer,
): (...asked: TArguments) => TAnswer {
  const answers = new Map<string, TAnswer>();
  return (...asked) => {
    const question = JSON.stringify(asked);
    const answer = answers.get(question) ?? ask(...asked);
    answers.set(question, answer);
    return answer;
  };
}

function schedulerOf(jobs: Map<string, () => Promise<void>>): SchedulerService {
  const add = ({ id, fn }: SchedulerServiceTaskInvocationDefinition) => {
    jobs.set(id, async () => fn(new AbortController().signal));
  };
  return {
    scheduleTask: async task => add(task),
    createScheduledTaskRunner: () => ({ run: async task => add(task) }),
    triggerTask: async id => jobs.get(id)?.(),
    cancelTask: async () => {},
    getScheduledTasks: async () => [],
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(done => {
    server.close(done);
  });
  return port;
}
