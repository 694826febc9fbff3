import { RootConfigService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  assertKpis,
  FitsmRecord,
  Kpi,
  KpiReport,
  KpiUnit,
  KpiValue,
  listOf,
  Measure,
  Page,
  parseInput,
  Period,
  problemsOfKpi,
  ProcessDefinition,
  selectionOf,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { z } from 'zod/v4';
import { Caller, RecordAuthorizer } from '../records/RecordAuthorizer';
import {
  cursorFrom,
  defaultOrder,
  orderRecords,
  positionFrom,
  positionOf,
  whereAfter,
} from '../records/recordOrder';
import { RecordTypeRegistry } from '../records/RecordTypeRegistry';
import { publicRecord, recordFrom, RecordRow } from '../records/rows';
import { kpisWithTargets } from './kpiTargets';
import { MeasureRow, measureStatement, recordsStatement } from './measureSql';
import { bucketsOf, periodFrom, periodInput } from './period';
import { MeasureContext } from './SelectionSql';

const DEFAULT_LIMIT = 50;

const secondsOf: Partial<Record<KpiUnit, number>> = {
  hours: 3_600,
  days: 86_400,
};

const recordsInput = periodInput.extend({
  limit: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(200, 'must be at most 200')
    .optional(),
  cursor: z.string('is none that a list gave').optional(),
});

/** Computes the KPIs of processes from their records. */
export class KpiService {
  /** @throws Error where a KPI, or the config of one, cannot be used */
  static create(options: {
    knex: Knex;
    config: RootConfigService;
    authorizer: RecordAuthorizer;
    registry: RecordTypeRegistry;
    /** All processes there are, those that are switched off among them. */
    processes: ReadonlyArray<ProcessDefinition>;
    now?: () => Date;
  }): KpiService {
    const { processes, config } = options;
    assertKpis(processes);
    return new KpiService(options, kpisWithTargets(processes, config));
  }

  private constructor(
    private readonly options: {
      knex: Knex;
      authorizer: RecordAuthorizer;
      registry: RecordTypeRegistry;
      now?: () => Date;
    },
    private readonly kpis: ReadonlyMap<string, Record<string, Kpi>>,
  ) {}

  /** The KPIs of a process, over the records that the caller may see. */
  async report(
    caller: Caller,
    code: string,
    input: unknown,
  ): Promise<KpiReport> {
    const kpis = Object.entries(this.#kpisOf(code));
    const now = this.#now();
    const period = periodFrom(parseInput(periodInput, input), now);
    const context = await this.#contextFor(caller, now);
    return {
      ...period,
      kpis: await Promise.all(
        kpis.map(([name, one]) => evaluate(name, one, period, context)),
      ),
    };
  }

  /** A page of the records behind a KPI, of those that the caller may see. */
  async records(
    caller: Caller,
    code: string,
    name: string,
    input: unknown,
  ): Promise<Page<FitsmRecord>> {
    const kpis = this.#kpisOf(code);
    if (!Object.hasOwn(kpis, name)) {
      throw new NotFoundError(
        `kpi: '${name}' is no KPI of ${code}; use ${listOf(Object.keys(kpis))}`,
      );
    }
    const now = this.#now();
    const {
      limit = DEFAULT_LIMIT,
      cursor,
      ...given
    } = parseInput(recordsInput, input);
    const query = recordsStatement(
      await this.#contextFor(caller, now),
      kpis[name].measure,
      periodFrom(given, now),
    ).limit(limit + 1);
    orderRecords(query, defaultOrder);
    if (cursor !== undefined) {
      whereAfter(query, defaultOrder, positionFrom(cursor, defaultOrder));
    }
    const found: RecordRow[] = await query;
    const rows = found.slice(0, limit);
    return {
      items: rows.map(row => publicRecord(recordFrom(row))),
      pageInfo:
        found.length > limit
          ? {
              nextCursor: cursorFrom(
                positionOf(rows[rows.length - 1], defaultOrder),
                defaultOrder,
              ),
            }
          : {},
    };
  }

  /** @throws NotFoundError that names the processes there are */
  #kpisOf(code: string): Record<string, Kpi> {
    const { definitions, processes } = this.options.registry;
    if (!processes.some(process => process.code === code)) {
      throw new NotFoundError(
        `process: '${code}' is no process here; use ${listOf(
          processes.map(process => process.code),
        )}`,
      );
    }
    return Object.fromEntries(
      Object.entries(this.kpis.get(code) ?? {})
        // What a process that is switched off keeps cannot be counted.
        .filter(([, one]) => !problemsOfKpi(one, definitions).length),
    );
  }

  #now(): Date {
    return this.options.now?.() ?? new Date();
  }

  async #contextFor(caller: Caller, now: Date): Promise<MeasureContext> {
    const { knex, registry, authorizer } = this.options;
    const { visible } = await authorizer.rightsOf(caller);
    return {
      knex,
      definitions: registry.definitions,
      visible,
      now: now.toISOString(),
    };
  }
}

async function evaluate(
  name: string,
  { measure, ...told }: Kpi,
  period: Period,
  context: MeasureContext,
): Promise<KpiValue> {
  const buckets = bucketsOf(period);
  const rows: MeasureRow[] = await measureStatement(context, measure, buckets);
  const sums = rows.map(({ bucket, numerator, denominator }) => ({
    bucket: Number(bucket),
    numerator: Number(numerator) / (secondsOf[told.unit] ?? 1),
    denominator: Number(denominator),
  }));
  const valueOf = (parts: Parts) => valueFrom(measure, told.unit, parts);
  const inBucket = (index: number) =>
    added(sums.filter(({ bucket }) => bucket === index));
  const isBacklog = 'backlog' in measure;
  // What stood at the end of each bucket is not added up.
  const whole = isBacklog ? inBucket(buckets.length - 1) : added(sums);
  const isOfTime = isBacklog || selectionOf(measure).at !== undefined;
  return {
    name,
    ...told,
    value: valueOf(whole),
    ...(isDivided(measure) && whole),
    buckets: isOfTime
      ? buckets.map((bucket, index) => ({
          ...bucket,
          value: valueOf(inBucket(index)),
        }))
      : [],
  };
}

interface Parts {
  numerator: number;
  denominator: number;
}

function added(sums: ReadonlyArray<Parts>): Parts {
  const sumOf = (part: keyof Parts) =>
    rounded(sums.reduce((sum, parts) => sum + parts[part], 0));
  return { numerator: sumOf('numerator'), denominator: sumOf('denominator') };
}

function isDivided(measure: Measure): boolean {
  return 'share' in measure || 'mean' in measure || 'ratio' in measure;
}

function valueFrom(
  measure: Measure,
  unit: KpiUnit,
  { numerator, denominator }: Parts,
): number | null {
  if (isDivided(measure) && denominator === 0) {
    return null;
  }
  const value = isDivided(measure) ? numerator / denominator : numerator;
  return rounded(unit === 'percent' ? value * 100 : value);
}

/** Databases differ in the last digits of their numbers. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
