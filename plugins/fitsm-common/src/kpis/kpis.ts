import { RequestOptions } from '../client/FitsmApi';
import { Kpi } from '../engine/kpis';
import { Page } from '../records/query';
import { FitsmRecord } from '../records/record';

/** A stretch of time; `to` is not in it. @public */
export interface Period {
  from: string;
  to: string;
}

/** What a KPI came to. @public */
export interface KpiValue extends Omit<Kpi, 'measure'> {
  name: string;
  /** Null where there was nothing to compute it from. */
  value: number | null;
  /** The two parts of a share, a mean or a ratio. */
  numerator?: number;
  denominator?: number;
  /** The value by month or week; none where records count as they are now. */
  buckets: Array<Period & { value: number | null }>;
}

/** The KPIs of a process in a period. @public */
export interface KpiReport extends Period {
  kpis: KpiValue[];
}

/** @public */
export interface KpisApi {
  /** KPIs over what the caller may see; the last 12 months unless told. */
  getKpis(
    process: string,
    period?: Partial<Period>,
    options?: RequestOptions,
  ): Promise<KpiReport>;

  /** The records from which a KPI was computed, newest first. */
  getKpiRecords(
    process: string,
    name: string,
    query?: Partial<Period> & { limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<Page<FitsmRecord>>;
}
