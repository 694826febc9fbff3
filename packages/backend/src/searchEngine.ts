import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { PgSearchEngine } from '@backstage/plugin-search-backend-module-pg';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';

/**
 * Search in PostgreSQL where the portal keeps its data there; elsewhere the
 * search backend's own engine, in memory, stays.
 */
export const searchModuleEngine = createBackendModule({
  pluginId: 'search',
  moduleId: 'engine',
  register(env) {
    env.registerInit({
      deps: {
        registry: searchEngineRegistryExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
      },
      async init({ registry, config, database, logger }) {
        if (config.getString('backend.database.client') === 'pg') {
          registry.setSearchEngine(
            await PgSearchEngine.fromConfig(config, { database, logger }),
          );
        }
      },
    });
  },
});
