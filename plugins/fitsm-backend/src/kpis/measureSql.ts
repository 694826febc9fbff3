import {
  Measure,
  Period,
  Selection,
  selectionOf,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { isPostgres } from '../records/insertRows';
import { MeasureContext, SelectionSql } from './SelectionSql';

/** One bucket of an answer; the database may give numbers as text. */
export interface MeasureRow {
  bucket: number;
  numerator: number | string | null;
  denominator: number | string | null;
}

/**
 * The one statement that answers a measure: a row for each bucket in which
 * there is something, with what is divided, and by what.
 */
export function measureStatement(
  context: MeasureContext,
  measure: Measure,
  buckets: ReadonlyArray<Period>,
): Knex.QueryBuilder {
  return 'backlog' in measure
    ? backlogStatement(context, measure.backlog, buckets)
    : groupedStatement(context, measure, buckets);
}

function groupedStatement(
  context: MeasureContext,
  measure: Exclude<Measure, { backlog: unknown }>,
  buckets: ReadonlyArray<Period>,
) {
  const { knex } = context;
  const selection = selectionOf(measure);
  const sql = new SelectionSql(context, selection.type);
  const counted = sql
    .records(selection.where)
    .select(
      knex.raw('? as numerator', [numeratorOf(sql, measure)]),
      knex.raw('? as denominator', [denominatorOf(sql, measure)]),
    );
  const at = placeInTime(counted, sql, selection);
  if (at) {
    counted
      .select(knex.raw('? as bucket', [bucketAt(knex, at, buckets)]))
      .whereRaw('? >= ?', [at, buckets[0].from])
      .whereRaw('? < ?', [at, buckets[buckets.length - 1].to]);
  } else {
    counted.select(knex.raw('0 as bucket'));
  }
  return knex
    .select(
      'bucket',
      knex.raw('sum(numerator) as numerator'),
      knex.raw('sum(denominator) as denominator'),
    )
    .from(asItIs(knex, counted, 'counted'))
    .whereNotNull('numerator')
    .whereNotNull('denominator')
    .groupBy('bucket');
}

/** Which bucket an instant is in; null behind the last one. */
function bucketAt(
  knex: Knex,
  at: Knex.Raw,
  buckets: ReadonlyArray<Period>,
): Knex.Raw {
  return knex.raw(
    `case ${buckets
      .map((_, index) => `when ? < ? then ${index}`)
      .join(' ')} end`,
    buckets.flatMap(({ to }) => [at, to]),
  );
}

/**
 * A subquery whose columns PostgreSQL takes as they are. Where it looks into
 * them, it expects a group for each instant, and sorts whole records on disk.
 */
function asItIs(knex: Knex, query: Knex.QueryBuilder, name: string): Knex.Raw {
  return knex.raw(isPostgres(knex) ? '(? offset 0) as ??' : '(?) as ??', [
    query,
    name,
  ]);
}

/** The records that a measure counts. */
export function recordsStatement(
  context: MeasureContext,
  measure: Measure,
  { from, to }: Period,
): Knex.QueryBuilder {
  const { type, at, where }: Selection = selectionOf(measure);
  const sql = new SelectionSql(context, type);
  const query = sql.records(where).select('records.*');
  if ('backlog' in measure) {
    return query
      .where('records.created_at', '<', to)
      .where(open =>
        open
          .whereNull('records.closed_at')
          .orWhere('records.closed_at', '>=', to),
      );
  }
  query
    .whereRaw('? is not null', [numeratorOf(sql, measure)])
    .whereRaw('? is not null', [denominatorOf(sql, measure)]);
  if (typeof at === 'object') {
    return query.whereExists(exists =>
      exists
        .select('record_events.sequence')
        .from('record_events')
        .whereRaw('record_events.record_id = records.id')
        .where('record_events.kind', 'moved')
        .whereIn('record_events.transition', at.moved)
        .where('record_events.at', '>=', from)
        .where('record_events.at', '<', to),
    );
  }
  if (at) {
    const instant = sql.instant(at);
    query.whereRaw('? >= ?', [instant, from]).whereRaw('? < ?', [instant, to]);
  }
  return query;
}

/** What is added up over the records. */
function numeratorOf(
  sql: SelectionSql,
  measure: Exclude<Measure, { backlog: unknown }>,
): Knex.Raw {
  if ('count' in measure) return sql.one;
  if ('share' in measure) return sql.oneIf(measure.share);
  if ('ratio' in measure) return sql.number(measure.ratio.sum);
  return sql.quantity('mean' in measure ? measure.mean : measure.total);
}

/** By what that is divided; a record that has no such part does not count. */
function denominatorOf(sql: SelectionSql, measure: Measure): Knex.Raw {
  return 'ratio' in measure ? sql.number(measure.ratio.per) : sql.one;
}

/** The instant that puts a record into a bucket; joins what it needs. */
function placeInTime(
  query: Knex.QueryBuilder,
  sql: SelectionSql,
  { at }: Selection,
): Knex.Raw | undefined {
  if (typeof at !== 'object') {
    return at === undefined ? undefined : sql.instant(at);
  }
  query
    .join('record_events', 'record_events.record_id', 'records.id')
    .where('record_events.kind', 'moved')
    .whereIn('record_events.transition', at.moved);
  return sql.raw('record_events.at');
}

/** Each record counts in every bucket at the end of which it was not closed. */
function backlogStatement(
  context: MeasureContext,
  { type, where }: Omit<Selection, 'at'>,
  buckets: ReadonlyArray<Period>,
) {
  const { knex } = context;
  const sql = new SelectionSql(context, type);
  const bucketOf = (column: string, name: string) =>
    knex.raw('? as ??', [bucketAt(knex, knex.raw(column), buckets), name]);
  const records = sql
    .records(where)
    .where('records.created_at', '<', buckets[buckets.length - 1].to)
    .where(open =>
      open
        .whereNull('records.closed_at')
        .orWhere('records.closed_at', '>=', buckets[0].to),
    )
    .select(
      bucketOf('records.created_at', 'opened'),
      bucketOf('records.closed_at', 'closed'),
    );
  // There are few ways to come and go, however many records do.
  const ways = knex
    .select('opened', 'closed')
    .select(knex.raw('count(*) as records'))
    .from(asItIs(knex, records, 'counted'))
    .groupBy('opened', 'closed');
  const ends = knex.raw(
    buckets
      .map((_, index) => `select ${index}${index ? '' : ' as bucket'}`)
      .join(' union all '),
  );
  return knex
    .select(
      'ends.bucket',
      knex.raw('sum(ways.records) as numerator'),
      knex.raw('sum(ways.records) as denominator'),
    )
    .from(knex.raw('(?) as ends', [ends]))
    .join(knex.raw('(?) as ways', [ways]), on =>
      on
        .on('ways.opened', '<=', 'ends.bucket')
        .andOn(during =>
          during.onNull('ways.closed').orOn('ways.closed', '>', 'ends.bucket'),
        ),
    )
    .groupBy('ends.bucket');
}
