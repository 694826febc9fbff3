import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import permissionBackend from '@backstage/plugin-permission-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FitsmClient } from '@fitsm/plugin-fitsm-common';
import permissionModuleFitsm from '@fitsm/plugin-permission-backend-module-fitsm';
import { Knex } from 'knex';
import { fitsmPlugin } from '../plugin';
import { entities, people, rolesConfig } from './organisation';

/**
 * The mock forgets that a plugin acts for a user, which the permission backend
 * has to know: as an actor, Backstage's own service tells it.
 */
const authServiceFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({
      pluginId: plugin.getId(),
      disableDefaultAuthPolicy: false,
    });
    const authenticate = auth.authenticate.bind(auth);
    auth.authenticate = async (token, options) => {
      const credentials = await authenticate(token, options);
      return token.startsWith('mock-service-token') &&
        auth.isPrincipal(credentials, 'user')
        ? mockCredentials.user(credentials.principal.userEntityRef, {
            actor: { subject: 'plugin:fitsm' },
          })
        : credentials;
    };
    return auth;
  },
});

const KEEP_ALIVE_MS = 60_000;

/**
 * The plugin in a backend of its own, with Backstage's real permission
 * framework and FitSM's policy. People are signed in by their reference.
 * Jobs run when a test says so.
 */
export async function startFitsm(options: {
  knex: Knex;
  config?: object;
  /** More people, with the groups that they belong to. */
  morePeople?: Record<string, string[]>;
  /** A policy instead of FitSM's. */
  policy?: BackendFeature;
  features?: Parameters<typeof startTestBackend>[0]['features'];
  catalog?: BackendFeature;
}) {
  const groupsOf: Record<string, string[]> = {
    ...people,
    ...options.morePeople,
  };
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      fitsmPlugin,
      permissionBackend,
      options.policy ?? permissionModuleFitsm,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      permissionsServiceFactory,
      authServiceFactory,
      httpAuthServiceFactory,
      options.catalog ?? catalogServiceMock.factory({ entities }),
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          fitsm: { roles: rolesConfig, ...options.config },
        },
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          getUserInfo: async credentials => {
            const { userEntityRef } = credentials.principal as {
              userEntityRef: string;
            };
            return {
              userEntityRef,
              ownershipEntityRefs: [
                userEntityRef,
                ...(groupsOf[userEntityRef] ?? []),
              ],
            };
          },
        }),
      }),
      ...(options.features ?? []),
    ],
  });
  // On a busy machine a connection could be closed here, after its five seconds,
  // just when a test sends on it.
  backend.server.keepAliveTimeout = KEEP_ALIVE_MS;
  const baseUrl = `http://localhost:${backend.server.port()}/api/fitsm`;

  /** The client of somebody, `ada` for example; of a service where left out. */
  const as = (name?: string) =>
    new FitsmClient({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: {
        fetch: (url, init) =>
          fetch(url, {
            ...init,
            headers: { ...init?.headers, Authorization: tokenOf(name) },
          }),
      },
    });
  return {
    as,
    baseUrl,
    authorizationOf: tokenOf,
    runJob: (id: string) => scheduler.triggerTask(id),
    stop: () => backend.stop(),
  };
}

function tokenOf(name?: string): string {
  return name
    ? mockCredentials.user.header(`user:default/${name}`)
    : mockCredentials.service.header();
}
