import { ResponseError } from '@backstage/errors';
import { RequestOptions } from '../client/FitsmApi';
import { searchParamsOf } from '../client/searchParams';
import { Page } from '../records/query';
import { ImportMapping } from './importMapping';
import {
  BatchResult,
  ImportRun,
  ImportsApi,
  Rejection,
  SourceRow,
} from './imports';

/** The client of the HTTP API of imports. @public */
export class ImportsClient implements ImportsApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch };
  }

  startImport(
    start: { name: string; fingerprint: string; mapping: ImportMapping },
    options?: RequestOptions,
  ): Promise<ImportRun> {
    return this.#request('/imports', options, start);
  }

  sendBatch(
    id: number,
    batch: { from: number; groups: ReadonlyArray<ReadonlyArray<SourceRow>> },
    options?: RequestOptions,
  ): Promise<BatchResult> {
    return this.#request(`/imports/${id}/batches`, options, batch);
  }

  finishImport(id: number, options?: RequestOptions): Promise<ImportRun> {
    return this.#request(`/imports/${id}/finish`, options, {});
  }

  getImport(id: number, options?: RequestOptions): Promise<ImportRun> {
    return this.#request(`/imports/${id}`, options);
  }

  listImports(
    query: { limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<Page<ImportRun>> {
    return this.#request(`/imports${searchParamsOf(query)}`, options);
  }

  listRejections(
    id: number,
    query: { limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<Page<Rejection>> {
    return this.#request(
      `/imports/${id}/rejections${searchParamsOf(query)}`,
      options,
    );
  }

  /** Posts where there is a body, and reads else. */
  async #request<T>(
    path: string,
    { token, signal }: RequestOptions = {},
    body?: object,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('fitsm');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      signal,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}
