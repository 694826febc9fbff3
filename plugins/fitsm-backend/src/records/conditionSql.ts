import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { RecordCondition } from '@fitsm/plugin-fitsm-node';
import { Knex } from 'knex';

/** What the database can be asked: it knows types, not their processes. */
export type StoredCondition = Exclude<RecordCondition, { is: 'process' }>;

/** Which records a person may see, as criteria over conditions. */
export type RecordCriteria = PermissionCriteria<StoredCondition>;

/**
 * Narrows a query over `records` to those that meet the criteria: the reading
 * as SQL of what `matchesCondition` reads in memory.
 *
 * @param live - whether the query asks for none that is closed. A group may
 * have held a tenth of all records, and only few that are live.
 */
export function whereMeets(
  query: Knex.QueryBuilder,
  criteria: RecordCriteria,
  live: boolean,
): Knex.QueryBuilder {
  if (isAndCriteria(criteria)) {
    return query.where(all => {
      criteria.allOf.forEach(one =>
        all.andWhere(q => whereMeets(q, one, live)),
      );
    });
  }
  if (isOrCriteria(criteria)) {
    return query.where(any => {
      criteria.anyOf.forEach(one => any.orWhere(q => whereMeets(q, one, live)));
    });
  }
  if (isNotCriteria(criteria)) {
    return query.whereNot(q => whereMeets(q, criteria.not, live));
  }
  return whereIs(query, criteria, live);
}

/** The same criteria with the types of processes in their place. */
export function withTypes(
  criteria: PermissionCriteria<RecordCondition>,
  typesOf: (process: string) => string[],
): RecordCriteria {
  type Several = [RecordCriteria, ...RecordCriteria[]];
  if (isAndCriteria(criteria)) {
    return {
      allOf: criteria.allOf.map(one => withTypes(one, typesOf)) as Several,
    };
  }
  if (isOrCriteria(criteria)) {
    return {
      anyOf: criteria.anyOf.map(one => withTypes(one, typesOf)) as Several,
    };
  }
  if (isNotCriteria(criteria)) {
    return { not: withTypes(criteria.not, typesOf) };
  }
  return criteria.is === 'process'
    ? { is: 'type', types: criteria.processes.flatMap(typesOf) }
    : criteria;
}

/** Holders of roles, and owners of entities. */
export interface Ways {
  holders: ReadonlyArray<string>;
  owners: ReadonlyArray<string>;
}

/**
 * The only ways by which a reader comes to any record: by a role that somebody
 * holds on it, or by an entity that somebody owns. Undefined where they may see
 * others too.
 */
export function onlyWays(criteria: RecordCriteria): Ways | undefined {
  if (isAndCriteria(criteria)) {
    for (const one of criteria.allOf) {
      const ways = onlyWays(one);
      if (ways) return ways;
    }
    return undefined;
  }
  if (isOrCriteria(criteria)) {
    const all = criteria.anyOf.map(onlyWays);
    return all.every(ways => ways !== undefined)
      ? {
          holders: [...new Set(all.flatMap(({ holders }) => holders))],
          owners: [...new Set(all.flatMap(({ owners }) => owners))],
        }
      : undefined;
  }
  if (isNotCriteria(criteria)) {
    return undefined;
  }
  switch (criteria.is) {
    case 'held':
      return { holders: criteria.holders, owners: [] };
    case 'entityOwned':
      return { holders: [], owners: criteria.owners };
    default:
      return undefined;
  }
}

function whereIs(
  query: Knex.QueryBuilder,
  condition: StoredCondition,
  live: boolean,
): Knex.QueryBuilder {
  switch (condition.is) {
    case 'type':
      return query.whereIn('records.type', condition.types);
    case 'state':
      return query.whereIn('records.state', condition.states);
    case 'category':
      return query.whereIn('records.state_category', condition.categories);
    case 'restricted':
      return query.where('records.restricted', true);
    case 'held':
      return query.whereExists(exists => {
        exists
          .select(1)
          .from('record_roles')
          .whereRaw('record_roles.record_id = records.id')
          .whereIn('record_roles.holder', condition.holders);
        if (live) exists.whereRaw('not record_roles.closed');
        if (condition.roles) {
          exists.whereIn('record_roles.role', condition.roles);
        }
      });
    case 'entityOwned':
      return query.whereExists(exists => {
        exists
          .select(1)
          .from('record_entities as owned')
          .join('entities', 'entities.entity_ref', 'owned.entity_ref')
          .whereRaw('owned.record_id = records.id')
          .whereIn('entities.owner', condition.owners);
        if (live) exists.whereRaw('not owned.closed');
      });
    default:
      // Not reached while every condition has its case.
      return condition satisfies never;
  }
}
