import { ResponseError } from '@backstage/errors';
import { RequestOptions } from '../client/FitsmApi';
import { searchParamsOf } from '../client/searchParams';
import { Page } from '../records/query';
import { FitsmRecord } from '../records/record';
import { KpiReport, KpisApi, Period } from './kpis';

/** The client of the HTTP API of KPIs. @public */
export class KpisClient implements KpisApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch };
  }

  getKpis(
    process: string,
    period: Partial<Period> = {},
    options?: RequestOptions,
  ): Promise<KpiReport> {
    return this.#get(`${pathOf(process)}${searchParamsOf(period)}`, options);
  }

  getKpiRecords(
    process: string,
    name: string,
    query: Partial<Period> & { limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<Page<FitsmRecord>> {
    return this.#get(
      `${pathOf(process)}/${encodeURIComponent(name)}/records${searchParamsOf(
        query,
      )}`,
      options,
    );
  }

  async #get<T>(
    path: string,
    { token, signal }: RequestOptions = {},
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('fitsm');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      signal,
      headers: token ? { Authorization: `Bearer ${token}` } : {},
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}

function pathOf(process: string) {
  return `/processes/${encodeURIComponent(process)}/kpis`;
}
