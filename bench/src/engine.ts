import { DefaultAuditorService } from '@backstage/backend-defaults/auditor';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  AuthService,
  BackstageCredentials,
  DatabaseService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { EntityDirectory } from '../../plugins/fitsm-backend/src/catalog/EntityDirectory';
import { Outbox } from '../../plugins/fitsm-backend/src/notices/Outbox';
import { DatabaseRecordStore } from '../../plugins/fitsm-backend/src/records/DatabaseRecordStore';
import { RecordAuthorizer } from '../../plugins/fitsm-backend/src/records/RecordAuthorizer';
import { Circumstances } from '../../plugins/fitsm-backend/src/records/Circumstances';
import { DelegationService } from '../../plugins/fitsm-backend/src/delegations/DelegationService';
import { LinkService } from '../../plugins/fitsm-backend/src/records/LinkService';
import { RecordReader } from '../../plugins/fitsm-backend/src/records/RecordReader';
import { RecordWriter } from '../../plugins/fitsm-backend/src/records/RecordWriter';
import { RecordService } from '../../plugins/fitsm-backend/src/records/RecordService';
import { RecordTypeRegistry } from '../../plugins/fitsm-backend/src/records/RecordTypeRegistry';
import { processes } from '@fitsm/plugin-fitsm-common';
import { FitsmRoles, recordRules } from '@fitsm/plugin-fitsm-node';
import { FitsmPermissionPolicy } from '@fitsm/plugin-permission-backend-module-fitsm';
import { configOf } from './config';
import { catalogEntities, groupsOf } from './organisation';
import { Task } from './results';

const silent: LoggerService = {
  error: message => process.stderr.write(`${message}\n`),
  warn: message => process.stderr.write(`${message}\n`),
  info: () => {},
  debug: () => {},
  child: () => silent,
};

/** Lives as long as the process. */
const lifecycle: LifecycleService = {
  addStartupHook: () => {},
  addShutdownHook: () => {},
};

/** The database as Backstage opens it for the plugin, with its usual pool. */
export function databaseOf(task: Task): DatabaseService {
  const config = new ConfigReader(configOf(task));
  return DatabaseManager.fromConfig(config).forPlugin('fitsm', {
    logger: silent,
    lifecycle,
  });
}

export function credentialsOf(userEntityRef?: string): BackstageCredentials {
  return {
    $$type: '@backstage/BackstageCredentials',
    principal: userEntityRef
      ? { type: 'user', userEntityRef }
      : { type: 'service', subject: 'external:bench' },
  };
}

/**
 * The engine without its HTTP API, over a real database. In place of the other
 * backends, with which it talks over HTTP, stand their answers: the catalog is
 * in memory, and FitSM's own policy decides here.
 */
export async function openEngine(task: Task): Promise<{
  knex: Knex;
  service: RecordService;
  outbox: Outbox;
  registry: RecordTypeRegistry;
  authorizer: RecordAuthorizer;
}> {
  const database = databaseOf(task);
  const knex = await database.getClient();
  const config = new ConfigReader(configOf(task));
  const registry = RecordTypeRegistry.create({ processes, config });
  const roles = FitsmRoles.fromConfig(config);
  const auth = {
    isPrincipal: (credentials: BackstageCredentials, type: string) =>
      (credentials.principal as { type: string }).type === type,
    getOwnServiceCredentials: async () => credentialsOf(),
    // Nothing else of the service is asked for.
  } as unknown as AuthService;
  const userInfo = {
    getUserInfo: async (credentials: BackstageCredentials) => {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      const ownershipEntityRefs = [userEntityRef, ...groupsOf[userEntityRef]];
      return { userEntityRef, ownershipEntityRefs };
    },
  };
  const outbox = new Outbox({
    knex,
    logger: silent,
    events: DefaultEventsService.create({
      logger: silent,
      useEventBus: 'never',
    }),
  });
  const records = {
    store: await DatabaseRecordStore.create({ database }),
    registry,
    authorizer: new RecordAuthorizer({
      auth,
      userInfo,
      roles,
      registry,
      permissions: permissionsBy(
        new FitsmPermissionPolicy({ roles }),
        userInfo,
      ),
      permissionsRegistry: {
        getPermissionRuleset: () => ({
          getRuleByName: (name: string) =>
            Object.values(recordRules).find(rule => rule.name === name),
        }),
      } as unknown as PermissionsRegistryService,
    }),
    directory: new EntityDirectory({
      catalog: catalogInMemory(),
      auth,
      logger: silent,
      knex,
    }),
    outbox,
    auditor: DefaultAuditorService.create(() => {}, {
      auth,
      httpAuth: {} as HttpAuthService,
      plugin: { getId: () => 'fitsm' },
    }),
  };
  const circumstances = new Circumstances({ ...records, roles });
  const delegations = new DelegationService({ ...records, knex });
  const reader = new RecordReader({ ...records, delegations, circumstances });
  const service = new RecordService({
    ...records,
    circumstances,
    reader,
    links: new LinkService({ ...records, reader }),
    writer: new RecordWriter({ ...records, circumstances, roles }),
  });
  return { knex, service, outbox, registry, authorizer: records.authorizer };
}

/** What Backstage's permission client would bring, without the way there. */
function permissionsBy(
  policy: FitsmPermissionPolicy,
  userInfo: {
    getUserInfo(credentials: BackstageCredentials): Promise<{
      userEntityRef: string;
      ownershipEntityRefs: string[];
    }>;
  },
): PermissionsService {
  const decide = async (
    requests: ReadonlyArray<{ permission: Permission }>,
    { credentials }: PermissionsServiceRequestOptions,
  ): Promise<PolicyDecision[]> => {
    const principal = credentials.principal as { type: string };
    if (principal.type === 'service') {
      return requests.map(() => ({ result: AuthorizeResult.ALLOW }));
    }
    const info = await userInfo.getUserInfo(credentials);
    return Promise.all(
      requests.map(
        ({ permission }): Promise<PolicyDecision> =>
          policy.handle({ permission }, { info, credentials } as Parameters<
            FitsmPermissionPolicy['handle']
          >[1]),
      ),
    );
  };
  return {
    authorizeConditional: decide,
    // Permissions without a resource are never decided by conditions.
    authorize: decide as PermissionsService['authorize'],
  };
}

/** Enough of the catalog for `EntityDirectory`: entities by reference. */
function catalogInMemory(): CatalogService {
  const known = new Map(
    catalogEntities().map((entity): [string, Entity] => [
      stringifyEntityRef(entity),
      entity.spec?.owner
        ? {
            ...entity,
            relations: [
              { type: 'ownedBy', targetRef: String(entity.spec.owner) },
            ],
          }
        : entity,
    ]),
  );
  return {
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(ref => known.get(ref)),
    }),
  } as unknown as CatalogService;
}
