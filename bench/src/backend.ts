import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import express from 'express';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { authModuleDemoProvider } from '../../packages/backend/src/demoAuth';

let permissionRequests = 0;
subscribe('http.server.request.start', message => {
  const { request } = message as { request: IncomingMessage };
  if (request.url?.startsWith('/api/permission/authorize')) {
    permissionRequests += 1;
  }
});

/** A route that does nothing but find out who asks: what Backstage itself costs. */
const noOperationPlugin = createBackendPlugin({
  pluginId: 'no-operation',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = express.Router();
        router.get('/', async (request, response) => {
          await httpAuth.credentials(request, { allow: ['user', 'service'] });
          response.json({ permissionRequests });
        });
        httpRouter.use(router);
      },
    });
  },
});

const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(authModuleDemoProvider);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@fitsm/plugin-permission-backend-module-fitsm'));
backend.add(import('@fitsm/plugin-fitsm-backend'));
backend.add(noOperationPlugin);
backend.add(
  // What it costs to notify somebody is not FitSM's.
  createServiceFactory({
    service: notificationService,
    deps: {},
    factory: () => ({ send: async () => {} }),
  }),
);
backend.start();
