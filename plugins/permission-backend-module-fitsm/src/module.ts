import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { FitsmRoles } from '@fitsm/plugin-fitsm-node';
import { FitsmPermissionPolicy } from './FitsmPermissionPolicy';

/** Makes `FitsmPermissionPolicy` the policy of the portal. @public */
export const permissionModuleFitsm = createBackendModule({
  pluginId: 'permission',
  moduleId: 'fitsm',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ policy, config }) {
        policy.setPolicy(
          new FitsmPermissionPolicy({
            roles: FitsmRoles.fromConfig(config),
          }),
        );
      },
    });
  },
});
