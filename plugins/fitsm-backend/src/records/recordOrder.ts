import { InputError } from '@backstage/errors';
import { OrderField, RecordQuery } from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { z } from 'zod/v4';
import { instantFrom, RecordRow } from './rows';

export type Order = NonNullable<RecordQuery['order']>;

export const defaultOrder: Order = { field: 'createdAt', direction: 'desc' };

/** Values of the last row of a page, in the order's columns. */
export type Position = Array<string | number | null>;

const columns: Record<OrderField, Array<keyof RecordRow>> = {
  createdAt: ['created_at', 'id'],
  updatedAt: ['updated_at', 'id'],
  id: ['type', 'number'],
  title: ['title', 'id'],
  state: ['state', 'id'],
  priority: ['priority', 'id'],
  owner: ['owner', 'id'],
  assignee: ['assignee', 'id'],
  assignedGroup: ['assigned_group', 'id'],
  category: ['category', 'id'],
  startsAt: ['starts_at', 'id'],
  endsAt: ['ends_at', 'id'],
  dueAt: ['due_at', 'id'],
  closedAt: ['closed_at', 'id'],
};

const nullable = new Set<keyof RecordRow>([
  'priority',
  'assignee',
  'assigned_group',
  'category',
  'starts_at',
  'ends_at',
  'due_at',
  'closed_at',
]);

/** Orders by the columns of an order; records without a value come last. */
export function orderRecords(query: Knex.QueryBuilder, order: Order) {
  for (const column of columns[order.field]) {
    if (nullable.has(column)) {
      query.orderByRaw(`records.${column} ${order.direction} nulls last`);
    } else {
      query.orderBy(`records.${column}`, order.direction);
    }
  }
}

/** Narrows a query to what comes after a position. */
export function whereAfter(
  query: Knex.QueryBuilder,
  order: Order,
  [first, second]: Position,
) {
  const [column, tie] = columns[order.field].map(name => `records.${name}`);
  const beyond = order.direction === 'asc' ? '>' : '<';
  if (!nullable.has(columns[order.field][0])) {
    query.whereRaw(`(${column}, ${tie}) ${beyond} (?, ?)`, [first, second]);
  } else if (first === null) {
    query.whereNull(column).where(tie, beyond, second);
  } else {
    query.where(later =>
      later
        .where(column, beyond, first)
        .orWhere(same => same.where(column, first).where(tie, beyond, second))
        .orWhereNull(column),
    );
  }
}

/** Where a row stands in an order. */
export function positionOf(row: RecordRow, order: Order): Position {
  return columns[order.field].map(column => {
    const value = row[column] as string | number | Date | null;
    return value instanceof Date ? instantFrom(value) : value;
  });
}

const cursorShape = z.object({
  order: z.string(),
  after: z.tuple([
    z.union([z.string(), z.number(), z.null()]),
    z.union([z.string(), z.number()]),
  ]),
});

const nameOf = (order: Order) => `${order.field} ${order.direction}`;

export function cursorFrom(position: Position, order: Order): string {
  return Buffer.from(
    JSON.stringify({ order: nameOf(order), after: position }),
  ).toString('base64url');
}

/** @throws InputError where the cursor is none, or is of another order */
export function positionFrom(cursor: string, order: Order): Position {
  let parsed;
  try {
    parsed = cursorShape.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
  } catch {
    throw new InputError(
      'cursor: is none that a list gave; leave it out to begin anew',
    );
  }
  const kinds = columns[order.field].map(column =>
    column === 'priority' || column === 'number' ? 'number' : 'string',
  );
  const fits = parsed.after.every(
    (value, index) =>
      // PostgreSQL gives bigint as text.
      value === null ||
      kinds[index] === typeof value ||
      /^\d{1,18}$/.test(String(value)),
  );
  const isInstant = columns[order.field][0].endsWith('_at');
  const [first] = parsed.after;
  if (
    parsed.order !== nameOf(order) ||
    !fits ||
    (first === null && !nullable.has(columns[order.field][0])) ||
    (isInstant &&
      first !== null &&
      !/^\d{4}-[\d:.T-]+Z$/.test(String(first))) ||
    parsed.after.some(value => String(value).includes('\u0000'))
  ) {
    throw new InputError(
      'cursor: belongs to a list in another order; leave it out to begin anew',
    );
  }
  return parsed.after;
}
