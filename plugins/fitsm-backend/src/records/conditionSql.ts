import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { RecordCondition } from '@fitsm/plugin-fitsm-node';
import { Knex } from 'knex';

/** What the database can be asked: it knows types, not their definitions. */
export type StoredCondition = Exclude<
  RecordCondition,
  { is: 'process' } | { is: 'published' }
>;

/** Which records a person may see, as criteria over conditions. */
export type RecordCriteria = PermissionCriteria<StoredCondition>;

/** What no record meets. */
export const nothing: RecordCriteria = { is: 'type', types: [] };

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

/** What conditions ask of definitions. */
export interface DefinitionFacts {
  typesOf(process: string): string[];
  /** The states that types publish, by type. */
  published: ReadonlyArray<{ type: string; states: string[] }>;
}

/** The same criteria with types and states in place of what is defined. */
export function withTypes(
  criteria: PermissionCriteria<RecordCondition>,
  facts: DefinitionFacts,
): RecordCriteria {
  type Several = [RecordCriteria, ...RecordCriteria[]];
  if (isAndCriteria(criteria)) {
    return {
      allOf: criteria.allOf.map(one => withTypes(one, facts)) as Several,
    };
  }
  if (isOrCriteria(criteria)) {
    return {
      anyOf: criteria.anyOf.map(one => withTypes(one, facts)) as Several,
    };
  }
  if (isNotCriteria(criteria)) {
    return { not: withTypes(criteria.not, facts) };
  }
  switch (criteria.is) {
    case 'process':
      return { is: 'type', types: criteria.processes.flatMap(facts.typesOf) };
    case 'published':
      return {
        anyOf: [
          nothing,
          ...facts.published.map(({ type, states }) => ({
            allOf: [
              { is: 'type', types: [type] },
              { is: 'state', states },
            ] as Several,
          })),
        ],
      };
    default:
      return criteria;
  }
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
 *
 * @param types - the types of the records, where only some are asked for
 */
export function onlyWays(
  criteria: RecordCriteria,
  types?: ReadonlyArray<string>,
): Ways | undefined {
  if (isAndCriteria(criteria)) {
    for (const one of criteria.allOf) {
      const ways = onlyWays(one, types);
      if (ways) return ways;
    }
    return undefined;
  }
  if (isOrCriteria(criteria)) {
    const all = criteria.anyOf.map(one => onlyWays(one, types));
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
    case 'type':
      return criteria.types.some(type => !types || types.includes(type))
        ? undefined
        : { holders: [], owners: [] };
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
