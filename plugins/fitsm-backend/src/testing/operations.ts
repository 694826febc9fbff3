import {
  FitsmRecord,
  processes,
  recordTypes,
} from '@fitsm/plugin-fitsm-common';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openApiFile } from '../router';
import { actingAs, sampleRecord, sampleValues } from './samples';

/** JSON Schema, as far as tests look into it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  schema: Schema;
}

interface Answer {
  content?: { 'application/json': { schema: Schema } };
}

/** One route of the description. */
export interface Operation {
  operationId: string;
  method: string;
  /** `/records/{id}` */
  path: string;
  parameters: Parameter[];
  /** Schema of the body, where there is one. */
  body?: Schema;
  /** By status, or `default`. */
  responses: Record<string, Answer>;
}

/** The description of the HTTP API, as it lies in the package. */
export const openApi = parse(readFileSync(openApiFile, 'utf8'));

/** What a reference within the description leads to. */
export function resolved<T extends object>(value: T | { $ref: string }): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') {
    return value as T;
  }
  return value.$ref
    .replace(/^#\//, '')
    .split('/')
    .reduce((here, key) => here[key], openApi);
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Checked by a test against OpenAPI's own schema, so not typed again. */
type PathItem = Record<string, any>;

/** All routes of the description. */
export const operations: Operation[] = Object.entries<PathItem>(
  openApi.paths,
).flatMap(([path, item]) =>
  methods
    .filter(method => item[method])
    .map(method => {
      const operation = item[method];
      return {
        operationId: operation.operationId,
        method: method.toUpperCase(),
        path,
        parameters: [
          ...(item.parameters ?? []),
          ...(operation.parameters ?? []),
        ].map(resolved),
        body: operation.requestBody?.content['application/json'].schema,
        responses: Object.fromEntries(
          Object.entries<Answer>(operation.responses).map(
            ([status, answer]) => [status, resolved(answer)],
          ),
        ),
      };
    }),
);

export interface SampleRequest {
  /** Values in the path; the `id` is that of the record where left out. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
}

// One that works out whatever a route can do with a record.
const definition = recordTypes.find(
  ({ lifecycle, relations, name }) =>
    Object.values(lifecycle.transitions).some(
      ({ by, from }) => by.length && from.includes(lifecycle.initial),
    ) && Object.values(relations).some(({ to }) => to.includes(name)),
)!;

/** The type of the records that sample requests are about. */
export const sampleType = definition;

/** The process of that type, with its KPIs. */
const sampleProcess = processes.find(({ recordTypes: types }) =>
  types.includes(definition),
)!;
export const { kpis: sampleKpis = {} } = sampleProcess;

const someYears = { from: '2026-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };

/** A way on for a new record. */
const [transition, { by, needs = [], reason }] = Object.entries(
  definition.lifecycle.transitions,
).find(
  ([, one]) => one.by.length && one.from.includes(definition.lifecycle.initial),
)!;

/** Somebody to whom that way is open. */
export const sampleActor = actingAs(by[0]);

const [relation] = Object.entries(definition.relations).find(([, { to }]) =>
  to.includes(definition.name),
)!;

const because = { reason: 'A test wants it' };

/** Databases of tests are new, and count from 1. */
const firstImport = { path: { id: '1' } };

/**
 * For each operation a request that is good for a record at a revision. A new
 * route needs one here: it is then tested like all the others.
 *
 * @param other - the id of another record
 */
export const sampleRequests: Record<
  string,
  (revision: number, other: string) => SampleRequest
> = {
  getRecordTypes: () => ({}),
  queryRecords: () => ({
    query: { type: definition.name, category: 'open', totalItems: 'include' },
  }),
  createRecord: () => ({
    body: { type: definition.name, ...sampleRecord(definition) },
  }),
  getRecord: () => ({}),
  updateRecord: revision => ({ body: { revision, title: 'Another title' } }),
  transitionRecord: revision => ({
    path: { transition },
    body: {
      revision,
      fields: sampleValues(definition, needs),
      ...(reason === 'required' && because),
    },
  }),
  vote: revision => ({ body: { revision, vote: 'approve' } }),
  listDelegations: () => ({}),
  createDelegation: () => ({
    body: {
      delegate: `user:default/${actingAs('entityOwner')}`,
      startsAt: '2031-05-04T09:30:00Z',
      endsAt: '2031-05-14T09:30:00Z',
    },
  }),
  endDelegation: () => ({}),
  comment: () => ({ body: { body: 'We look at it', visibility: 'internal' } }),
  linkRecords: (_, other) => ({ body: { relation, to: other } }),
  unlinkRecords: (_, other) => ({ query: { relation, to: other } }),
  getHistory: () => ({ query: { limit: '2' } }),
  verifyHistory: () => ({}),
  getKpis: () => ({ path: { code: sampleProcess.code }, query: someYears }),
  getKpiRecords: () => ({
    path: { code: sampleProcess.code, name: Object.keys(sampleKpis)[0] },
    query: { ...someYears, limit: '2' },
  }),
  startImport: () => ({
    body: {
      name: 'rows.csv',
      fingerprint: '0'.repeat(64),
      mapping: {
        type: definition.name,
        source: { system: 'elsewhere', id: 'number' },
        title: 'title',
        state: { text: definition.lifecycle.initial },
        createdAt: 'opened',
        owner: { text: sampleRecord(definition).owner },
      },
    },
  }),
  listImports: () => ({ query: { limit: '2' } }),
  getImport: () => firstImport,
  sendBatch: () => ({
    ...firstImport,
    body: {
      from: 0,
      groups: [
        [
          {
            line: 2,
            values: { number: '1', title: 'A', opened: '2026-05-04' },
          },
        ],
        // Rejected: nobody knows when it began.
        [{ line: 3, values: { number: '2', title: 'B' } }],
      ],
    },
  }),
  listRejections: () => ({ ...firstImport, query: { limit: '2' } }),
  finishImport: () => firstImport,
  getConformity: () => ({}),
  freezeConformity: () => ({ body: { title: 'Before the audit' } }),
  listConformitySnapshots: () => ({ query: { limit: '2' } }),
  getConformitySnapshot: () => ({ path: { id: '1' } }),
  deleteRecord: revision => ({
    query: { revision: String(revision), ...because },
  }),
};

/** For each action a good input about a record; a new action needs one here. */
export const sampleInputs: Record<string, (record: FitsmRecord) => object> = {
  'fitsm:create-record': () => ({
    type: definition.name,
    ...sampleRecord(definition),
  }),
  'fitsm:get-record': ({ id }) => ({ id }),
  'fitsm:query-records': () => ({}),
  'fitsm:transition-record': ({ id, revision }) => ({
    id,
    transition,
    revision,
    fields: sampleValues(definition, needs),
    ...(reason === 'required' && because),
  }),
};

/** The address and the options with which `fetch` sends a request. */
export function toFetch(
  { method, path }: Pick<Operation, 'method' | 'path'>,
  id: string,
  request: SampleRequest,
): [address: string, init: RequestInit & { headers: Record<string, string> }] {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encoded(request.path?.[name] ?? (name === 'id' ? id : '')),
  );
  const query = new URLSearchParams(request.query).toString();
  return [
    query ? `${address}?${query}` : address,
    {
      method,
      headers: request.body ? { 'Content-Type': 'application/json' } : {},
      body: request.body && JSON.stringify(request.body),
    },
  ];
}

/** For a path; half of a surrogate pair goes as the bytes that it would be. */
function encoded(text: string) {
  return Buffer.from(text)
    .toString('latin1')
    .replace(
      /[^\w.~-]/g,
      byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
}
