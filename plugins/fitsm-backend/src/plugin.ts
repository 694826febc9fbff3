import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  AnyRecordType,
  permissionsFor,
  ProcessCode,
  processes,
} from '@fitsm/plugin-fitsm-common';
import {
  fitsmExtensionPoint,
  FitsmRoles,
  RecordBehaviour,
  recordResourceRef,
  recordRules,
} from '@fitsm/plugin-fitsm-node';
import { registerRecordActions } from './actions';
import { EntityDirectory } from './catalog/EntityDirectory';
import { ConformityService, createConformityRoutes } from './conformity';
import { verifyHistory } from './history/verifyHistory';
import { Circumstances } from './records/Circumstances';
import { DelegationService } from './delegations/DelegationService';
import { createImportRoutes, ImportService } from './importing';
import { scheduleJobs } from './jobs';
import { createKpiRoutes, KpiService } from './kpis';
import { Outbox } from './notices/Outbox';
import { LinkService } from './records/LinkService';
import { DatabaseRecordStore } from './records/DatabaseRecordStore';
import { RecordAuthorizer } from './records/RecordAuthorizer';
import { RecordReader } from './records/RecordReader';
import { RecordService } from './records/RecordService';
import { RecordTypeRegistry } from './records/RecordTypeRegistry';
import { RecordWriter } from './records/RecordWriter';
import { createRouter } from './router';

/** Keeps the records of FitSM. @public */
export const fitsmPlugin = createBackendPlugin({
  pluginId: 'fitsm',
  register(env) {
    const added: Array<{ process: ProcessCode; definition: AnyRecordType }> =
      [];
    const behaviours: RecordBehaviour[] = [];
    env.registerExtensionPoint(fitsmExtensionPoint, {
      addRecordTypes: (process, ...definitions) =>
        definitions.forEach(definition => added.push({ process, definition })),
      addBehaviour: behaviour => behaviours.push(behaviour),
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, config, database, logger } = deps;
        const registry = RecordTypeRegistry.create({
          processes,
          added,
          behaviours,
          config,
        });
        const store = await DatabaseRecordStore.create({ database });
        const knex = await database.getClient();
        deps.permissionsRegistry.addResourceType({
          resourceRef: recordResourceRef,
          permissions: permissionsFor(registry.definitions),
          rules: Object.values(recordRules),
        });
        const roles = FitsmRoles.fromConfig(config);
        const authorizer = new RecordAuthorizer({ ...deps, roles, registry });
        const directory = new EntityDirectory({
          catalog: deps.catalog,
          auth,
          logger,
          knex,
        });
        const outbox = new Outbox({ ...deps, knex });
        const records = {
          ...deps,
          store,
          registry,
          authorizer,
          directory,
          outbox,
        };
        const circumstances = new Circumstances({ ...records, roles });
        const delegations = new DelegationService({ ...records, knex });
        const reader = new RecordReader({
          ...records,
          delegations,
          circumstances,
        });
        const links = new LinkService({ ...records, reader });
        const writer = new RecordWriter({ ...records, circumstances, roles });
        const service = new RecordService({
          ...records,
          circumstances,
          reader,
          links,
          writer,
        });
        registerRecordActions({
          actionsRegistry: deps.actionsRegistry,
          service,
        });
        deps.httpRouter.use(
          createImportRoutes({
            ...deps,
            authorizer,
            service: new ImportService({
              ...deps,
              knex,
              store,
              registry,
              authorizer,
              directory,
            }),
          }),
        );
        deps.httpRouter.use(
          createConformityRoutes({
            ...deps,
            authorizer,
            service: new ConformityService({
              ...deps,
              knex,
              registry,
              authorizer,
            }),
          }),
        );
        deps.httpRouter.use(
          createKpiRoutes({
            ...deps,
            authorizer,
            service: KpiService.create({
              knex,
              config,
              authorizer,
              registry,
              processes,
            }),
          }),
        );
        deps.httpRouter.use(
          await createRouter({
            ...deps,
            service,
            links,
            delegations,
            authorizer,
            verifyHistory: cursor => verifyHistory(knex, cursor),
          }),
        );
        await scheduleJobs({
          ...deps,
          knex,
          service,
          directory,
          outbox,
        });
        deps.lifecycle.addShutdownHook(() => outbox.settled());
      },
    });
  },
});
