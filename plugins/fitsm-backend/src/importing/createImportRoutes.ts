import { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Caller, RecordAuthorizer } from '../records/RecordAuthorizer';
import { ImportService } from './ImportService';

/** Batches hold at most about 2 MB; one record with all its events may hold more. */
const LARGEST_BATCH = '20mb';

/**
 * The routes of imports. They read their own bodies, so that they come before
 * routes that take small ones only.
 */
export function createImportRoutes(options: {
  httpAuth: HttpAuthService;
  authorizer: RecordAuthorizer;
  service: ImportService;
}): Router {
  const { httpAuth, authorizer, service } = options;
  const router = PromiseRouter();
  router.use('/imports', express.json({ limit: LARGEST_BATCH }));

  const answer =
    (handle: (caller: Caller, request: Request) => Promise<object>) =>
    async (request: Request, response: express.Response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const caller = await authorizer.callerOf(credentials);
      response.json(await handle(caller, request));
    };

  router.post(
    '/imports',
    answer((caller, { body }) => service.start(caller, body)),
  );
  router.get(
    '/imports',
    answer((caller, { query }) => service.list(caller, query)),
  );
  router.get(
    '/imports/:id',
    answer((caller, request) => service.get(caller, idOf(request))),
  );
  router.get(
    '/imports/:id/rejections',
    answer((caller, request) =>
      service.rejections(caller, idOf(request), request.query),
    ),
  );
  router.post(
    '/imports/:id/batches',
    answer((caller, request) =>
      service.addBatch(caller, idOf(request), request.body),
    ),
  );
  router.post(
    '/imports/:id/finish',
    answer((caller, request) => service.finish(caller, idOf(request))),
  );
  return router;
}

function idOf({ params }: Request): number {
  if (!/^[1-9]\d{0,8}$/.test(params.id)) {
    throw new NotFoundError(`There is no import ${params.id}`);
  }
  return Number(params.id);
}
