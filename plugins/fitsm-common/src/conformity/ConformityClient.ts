import { ResponseError } from '@backstage/errors';
import { RequestOptions } from '../client/FitsmApi';
import { searchParamsOf } from '../client/searchParams';
import { Page } from '../records/query';
import { Conformity } from './conformity';
import { ConformitySnapshot, ConformitySnapshotWithContent } from './snapshots';

/** The part of the HTTP API that shows how far a standard is met. @public */
export interface ConformityApi {
  getConformity(options?: RequestOptions): Promise<Conformity>;

  /** Keeps the present answer for good. */
  freezeSnapshot(
    snapshot: { title: string },
    options?: RequestOptions,
  ): Promise<ConformitySnapshot>;

  /** Newest first. */
  listSnapshots(
    query?: { limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<Page<ConformitySnapshot>>;

  getSnapshot(
    id: number,
    options?: RequestOptions,
  ): Promise<ConformitySnapshotWithContent>;
}

/** The client of the HTTP API of conformity. @public */
export class ConformityClient implements ConformityApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch };
  }

  getConformity(options?: RequestOptions): Promise<Conformity> {
    return this.#request('', options);
  }

  freezeSnapshot(
    snapshot: { title: string },
    options?: RequestOptions,
  ): Promise<ConformitySnapshot> {
    return this.#request('/snapshots', options, snapshot);
  }

  listSnapshots(
    query: { limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<Page<ConformitySnapshot>> {
    return this.#request(`/snapshots${searchParamsOf(query)}`, options);
  }

  getSnapshot(
    id: number,
    options?: RequestOptions,
  ): Promise<ConformitySnapshotWithContent> {
    return this.#request(`/snapshots/${id}`, options);
  }

  /** Posts where there is a body, and reads else. */
  async #request<T>(
    path: string,
    { token, signal }: RequestOptions = {},
    body?: object,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('fitsm');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/conformity${path}`,
      {
        method: body ? 'POST' : 'GET',
        signal,
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(body && { 'Content-Type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}
