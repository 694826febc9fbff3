import { ResponseError } from '@backstage/errors';
import { AnyRecordType } from '../engine/defineRecordType';
import { FitsmRecord, HistoryEntry, RecordDetails } from '../records/record';
import { Page, RecordQuery } from '../records/query';
import { Delegation, NewDelegation } from '../records/delegation';
import { RecordTypeCatalog } from '../records/recordTypeCatalog';
import {
  FitsmApi,
  NewRecord,
  RecordChange,
  RecordMove,
  RequestOptions,
  TypedRecords,
} from './FitsmApi';
import { searchParamsOf } from './searchParams';

/** The client of the HTTP API. It works in the page and in other backends. @public */
export class FitsmClient implements FitsmApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch };
  }

  getRecordTypes(options?: RequestOptions): Promise<RecordTypeCatalog> {
    return this.#request('GET', '/record-types', options);
  }

  records<TDefinition extends AnyRecordType>(
    definition: TDefinition,
  ): TypedRecords<TDefinition> {
    // That the server answers with records of the type that was asked for is
    // known here only, not over HTTP.
    const typed = <T>(answer: Promise<unknown>) => answer as Promise<T>;
    const { name } = definition;
    return {
      list: (query, options) =>
        typed(this.queryRecords({ ...query, type: [name] }, options)),
      create: (record, options) =>
        typed(this.createRecord(name, record as NewRecord, options)),
      get: (id, options) => typed(this.getRecord(id, options)),
      update: (id, change, options) =>
        typed(this.updateRecord(id, change as RecordChange, options)),
      transition: (id, move, options) =>
        typed(this.transitionRecord(id, move as RecordMove, options)),
    };
  }

  queryRecords(
    query: RecordQuery,
    options?: RequestOptions,
  ): Promise<Page<FitsmRecord>> {
    const { order, ...rest } = query;
    const params = searchParamsOf({
      ...rest,
      order: order && `${order.direction === 'desc' ? '-' : ''}${order.field}`,
    });
    return this.#request('GET', `/records${params}`, options);
  }

  createRecord(
    type: string,
    record: NewRecord,
    options?: RequestOptions & { idempotencyKey?: string },
  ): Promise<FitsmRecord> {
    return this.#request('POST', '/records', {
      ...options,
      body: { type, ...record },
      headers: options?.idempotencyKey
        ? { 'Idempotency-Key': options.idempotencyKey }
        : {},
    });
  }

  getRecord(id: string, options?: RequestOptions): Promise<RecordDetails> {
    return this.#request('GET', pathOf(id), options);
  }

  updateRecord(
    id: string,
    change: RecordChange,
    options?: RequestOptions,
  ): Promise<FitsmRecord> {
    return this.#request('PATCH', pathOf(id), { ...options, body: change });
  }

  transitionRecord(
    id: string,
    move: RecordMove,
    options?: RequestOptions,
  ): Promise<FitsmRecord> {
    const { transition, ...body } = move;
    return this.#request(
      'POST',
      `${pathOf(id)}/transitions/${encodeURIComponent(transition)}`,
      { ...options, body },
    );
  }

  vote(
    id: string,
    vote: { revision: number; vote: 'approve' | 'refuse'; reason?: string },
    options?: RequestOptions,
  ): Promise<FitsmRecord> {
    return this.#request('POST', `${pathOf(id)}/votes`, {
      ...options,
      body: vote,
    });
  }

  getDelegations(options?: RequestOptions): Promise<{ items: Delegation[] }> {
    return this.#request('GET', '/delegations', options);
  }

  createDelegation(
    delegation: NewDelegation,
    options?: RequestOptions,
  ): Promise<Delegation> {
    return this.#request('POST', '/delegations', {
      ...options,
      body: delegation,
    });
  }

  endDelegation(id: string, options?: RequestOptions): Promise<void> {
    return this.#request(
      'DELETE',
      `/delegations/${encodeURIComponent(id)}`,
      options,
    );
  }

  deleteRecord(
    id: string,
    deletion: { revision: number; reason: string },
    options?: RequestOptions,
  ): Promise<void> {
    return this.#request('DELETE', `${pathOf(id)}${searchParamsOf(deletion)}`, {
      ...options,
    });
  }

  linkRecords(
    id: string,
    link: { relation: string; to: string },
    options?: RequestOptions,
  ): Promise<void> {
    return this.#request('POST', `${pathOf(id)}/links`, {
      ...options,
      body: link,
    });
  }

  unlinkRecords(
    id: string,
    link: { relation: string; to: string },
    options?: RequestOptions,
  ): Promise<void> {
    return this.#request(
      'DELETE',
      `${pathOf(id)}/links${searchParamsOf(link)}`,
      options,
    );
  }

  comment(
    id: string,
    comment: { body: string; visibility: 'internal' | 'requester' },
    options?: RequestOptions,
  ): Promise<HistoryEntry> {
    return this.#request('POST', `${pathOf(id)}/comments`, {
      ...options,
      body: comment,
    });
  }

  getHistory(
    id: string,
    query: {
      kind?: HistoryEntry['kind'][];
      limit?: number;
      cursor?: string;
    } = {},
    options?: RequestOptions,
  ): Promise<Page<HistoryEntry>> {
    return this.#request(
      'GET',
      `${pathOf(id)}/history${searchParamsOf(query)}`,
      options,
    );
  }

  verifyHistory(query: { cursor?: string } = {}, options?: RequestOptions) {
    return this.#request<Awaited<ReturnType<FitsmApi['verifyHistory']>>>(
      'GET',
      `/history-verification${searchParamsOf(query)}`,
      options,
    );
  }

  async #request<T>(
    method: string,
    path: string,
    options: RequestOptions & {
      body?: unknown;
      headers?: Record<string, string>;
    } = {},
  ): Promise<T> {
    const { body, token, signal, headers } = options;
    const baseUrl = await this.#discoveryApi.getBaseUrl('fitsm');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      signal,
      headers: {
        ...headers,
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.status === 204
      ? (undefined as T)
      : ((await response.json()) as T);
  }
}

function pathOf(id: string) {
  return `/records/${encodeURIComponent(id)}`;
}
