import {
  AuthService,
  HttpAuthService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import { InputError } from '@backstage/errors';
import {
  administerPermission,
  instant,
  isStorableText,
  OrderField,
  parseInput,
  RecordQuery,
} from '@fitsm/plugin-fitsm-common';
import express, { Request, Router } from 'express';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Caller, RecordAuthorizer } from './records/RecordAuthorizer';
import { DelegationService } from './delegations/DelegationService';
import { LinkService } from './records/LinkService';
import { RecordService } from './records/RecordService';

/** The description that requests are held against, and that is served. */
export const openApiFile = resolvePackagePath(
  '@fitsm/plugin-fitsm-backend',
  'src/schema/openapi.yaml',
);

const instants = [
  'createdAfter',
  'createdBefore',
  'updatedAfter',
  'updatedBefore',
  'closedAfter',
  'closedBefore',
  'dueAfter',
  'dueBefore',
  'windowAfter',
  'windowBefore',
] as const;

/** A handler parses nothing but the request, calls the service, and answers. */
type Handler = (
  caller: Caller,
  request: Request,
) => Promise<{ status?: number; body?: unknown }>;

/** The HTTP API: a table of routes, each a door to one method of the service. */
export async function createRouter(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  service: RecordService;
  links: LinkService;
  delegations: DelegationService;
  authorizer: RecordAuthorizer;
  verifyHistory(cursor?: string): Promise<object>;
}): Promise<Router> {
  const { httpAuth, service, links, delegations, authorizer } = options;

  const routes: Array<
    [method: 'get' | 'post' | 'patch' | 'delete', path: string, handle: Handler]
  > = [
    [
      'get',
      '/record-types',
      async caller => ({ body: await service.recordTypes(caller) }),
    ],
    [
      'get',
      '/records',
      async (caller, request) => ({
        body: await service.query(caller, queryFrom(request)),
      }),
    ],
    [
      'post',
      '/records',
      async (caller, request) => ({
        status: 201,
        body: await service.create(
          caller,
          request.body,
          request.header('Idempotency-Key'),
        ),
      }),
    ],
    [
      'get',
      '/records/:id',
      async (caller, { params }) => ({
        body: await service.get(caller, params.id),
      }),
    ],
    [
      'patch',
      '/records/:id',
      async (caller, { params, body }) => ({
        body: await service.update(caller, params.id, body),
      }),
    ],
    [
      'delete',
      '/records/:id',
      async (caller, { params, query }) => {
        await service.delete(caller, params.id, query);
        return { status: 204 };
      },
    ],
    [
      'post',
      '/records/:id/transitions/:transition',
      async (caller, { params, body }) => ({
        body: await service.transition(
          caller,
          params.id,
          params.transition,
          body,
        ),
      }),
    ],
    [
      'post',
      '/records/:id/votes',
      async (caller, { params, body }) => ({
        body: await service.vote(caller, params.id, body),
      }),
    ],
    [
      'post',
      '/records/:id/comments',
      async (caller, { params, body }) => ({
        status: 201,
        body: await service.comment(caller, params.id, body),
      }),
    ],
    [
      'post',
      '/records/:id/links',
      async (caller, { params, body }) => {
        await links.link(caller, params.id, body);
        return { status: 204 };
      },
    ],
    [
      'delete',
      '/records/:id/links',
      async (caller, { params, query }) => {
        await links.unlink(caller, params.id, query);
        return { status: 204 };
      },
    ],
    [
      'get',
      '/records/:id/history',
      async (caller, request) => ({
        body: await service.history(
          caller,
          request.params.id,
          // The description says just these.
          request.query as Parameters<RecordService['history']>[2],
        ),
      }),
    ],
    [
      'get',
      '/delegations',
      async caller => ({ body: await delegations.list(caller) }),
    ],
    [
      'post',
      '/delegations',
      async (caller, { body }) => ({
        status: 201,
        body: await delegations.create(caller, body),
      }),
    ],
    [
      'delete',
      '/delegations/:id',
      async (caller, { params }) => {
        await delegations.end(caller, params.id);
        return { status: 204 };
      },
    ],
    [
      'get',
      '/history-verification',
      async (caller, { query }) => {
        await authorizer.require(
          caller,
          administerPermission,
          'verify the history',
        );
        return {
          body: await options.verifyHistory(query.cursor as string | undefined),
        };
      },
    ],
  ];

  const router: Router = createValidatedOpenApiRouterFromGeneratedEndpointMap(
    parse(readFileSync(openApiFile, 'utf8')),
    {
      // A document of many pages fits; field lengths are limited by their kind.
      middleware: [express.json({ limit: '4mb' }), refuseUnstorableText],
      validatorOptions: {
        validateRequests: {
          // Numbers in a query are text, in a body they are not.
          coerceTypes: false,
          allowUnknownQueryParameters: false,
        },
        // Who asks is found out below, by Backstage.
        validateSecurity: false,
      },
    },
  );
  for (const [method, path, handle] of routes) {
    router[method](path, async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      refuseInfinity(request);
      const caller = await service.callerOf(credentials);
      const { status = 200, body } = await handle(caller, request);
      response.status(status);
      if (body === undefined) {
        response.end();
      } else {
        response.json(body);
      }
    });
  }
  return router;
}

/** No text of an address reaches the database that it cannot take. */
function refuseUnstorableText(
  request: Request,
  _response: unknown,
  next: (error?: unknown) => void,
) {
  try {
    decodeURIComponent(request.url);
  } catch {
    next(new InputError('The address holds a broken % escape'));
    return;
  }
  const { pathname, searchParams } = new URL(`http://localhost${request.url}`);
  const unstorable = [
    ['The path', decodeURIComponent(pathname)],
    ...searchParams,
  ].find(part => !part.every(isStorableText));
  next(
    unstorable &&
      new InputError(`${unstorable[0]}: must not hold NUL characters`),
  );
}

/** `1e309` passes for a number of any range; as a limit it would be none. */
function refuseInfinity({ query }: Request) {
  for (const [name, value] of Object.entries(query)) {
    if ([value].flat().some(one => (one as unknown) === Infinity)) {
      throw new InputError(`${name}: is larger than any number here`);
    }
  }
}

function queryFrom({ query }: Request): RecordQuery {
  const { order, ...rest } = query as Record<string, unknown>;
  for (const name of instants) {
    if (rest[name] !== undefined) {
      rest[name] = parseInput(instant, rest[name], name);
    }
  }
  return {
    // What else there is was held against the description already.
    ...(rest as RecordQuery),
    ...(typeof order === 'string' && {
      order: {
        field: order.replace(/^-/, '') as OrderField,
        direction: order.startsWith('-') ? 'desc' : 'asc',
      },
    }),
  };
}
