import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Caller, RecordAuthorizer } from '../records/RecordAuthorizer';
import { KpiService } from './KpiService';

/** The routes of KPIs. */
export function createKpiRoutes(options: {
  httpAuth: HttpAuthService;
  authorizer: RecordAuthorizer;
  service: KpiService;
}): Router {
  const { httpAuth, authorizer, service } = options;
  const router = PromiseRouter();

  const answer =
    (handle: (caller: Caller, request: Request) => Promise<object>) =>
    async (request: Request, response: Response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const caller = await authorizer.callerOf(credentials);
      response.json(await handle(caller, request));
    };

  router.get(
    '/processes/:code/kpis',
    answer((caller, { params, query }) =>
      service.report(caller, params.code, query),
    ),
  );
  router.get(
    '/processes/:code/kpis/:name/records',
    answer((caller, { params, query }) =>
      service.records(caller, params.code, params.name, query),
    ),
  );
  return router;
}
