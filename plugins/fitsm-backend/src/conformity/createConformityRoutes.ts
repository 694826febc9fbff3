import { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Caller, RecordAuthorizer } from '../records/RecordAuthorizer';
import { ConformityService } from './ConformityService';

/** The routes of conformity: what there is to show, and snapshots of it. */
export function createConformityRoutes(options: {
  httpAuth: HttpAuthService;
  authorizer: RecordAuthorizer;
  service: ConformityService;
}): Router {
  const { httpAuth, authorizer, service } = options;
  const router = PromiseRouter();
  router.use('/conformity', express.json());

  const answer =
    (handle: (caller: Caller, request: Request) => Promise<object>) =>
    async (request: Request, response: express.Response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const caller = await authorizer.callerOf(credentials);
      response.json(await handle(caller, request));
    };

  router.get(
    '/conformity',
    answer(caller => service.get(caller)),
  );
  router.get(
    '/conformity/snapshots',
    answer((caller, { query }) => service.list(caller, query)),
  );
  router.post(
    '/conformity/snapshots',
    answer((caller, { body }) => service.freeze(caller, body)),
  );
  router.get(
    '/conformity/snapshots/:id',
    answer((caller, { params }) => service.getSnapshot(caller, params.id)),
  );
  return router;
}
