import { createApiRef } from '@backstage/frontend-plugin-api';
import { FitsmApi } from '@fitsm/plugin-fitsm-common';

/** The client of the HTTP API of FitSM. @public */
export const fitsmApiRef = createApiRef<FitsmApi>().with({
  id: 'plugin.fitsm.client',
  pluginId: 'fitsm',
});
