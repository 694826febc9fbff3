import {
  AnyRecordType,
  InstantName,
  KpiCondition,
  Quantity,
  waysOf,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import {
  onlyWays,
  RecordCriteria,
  Ways,
  whereMeets,
} from '../records/conditionSql';
import { columnOf } from '../records/fieldSql';
import { isPostgres } from '../records/insertRows';

/** What SQL for a measure depends on, beside the measure. */
export interface MeasureContext {
  knex: Knex;
  /** All record types that run, for the ways of links. */
  definitions: ReadonlyArray<AnyRecordType>;
  /** What the caller may see; everything where undefined. */
  visible: RecordCriteria | undefined;
  now: string;
}

/**
 * How what a KPI says of records reads as SQL on each database. Names come from
 * checked definitions and go as bindings all the same.
 */
export class SelectionSql {
  readonly #definitions: AnyRecordType[];

  constructor(
    private readonly context: MeasureContext,
    private readonly types: ReadonlyArray<string>,
  ) {
    this.#definitions = context.definitions.filter(({ name }) =>
      types.includes(name),
    );
  }

  get one() {
    return this.raw('1');
  }

  raw(sql: string, bindings: ReadonlyArray<Knex.RawBinding> = []): Knex.Raw {
    return this.context.knex.raw(sql, bindings);
  }

  /** The records of the types that the caller may see and conditions meet. */
  records(conditions: ReadonlyArray<KpiCondition> = []): Knex.QueryBuilder {
    const { knex, visible } = this.context;
    const query = knex('records').whereIn('records.type', [...this.types]);
    conditions.forEach(one => query.whereRaw(this.#condition(one)));
    if (!visible) {
      return query;
    }
    const ways = onlyWays(visible, this.types);
    // Who sees few is not asked of each record whether they see it.
    if (ways) query.whereIn('records.id', this.#found(ways));
    return query.where(seen => whereMeets(seen, visible, false));
  }

  #found({ holders, owners }: Ways): Knex.QueryBuilder {
    const { knex } = this.context;
    return knex('record_roles')
      .select('record_id')
      .whereIn('holder', [...holders])
      .union(
        knex('record_entities')
          .select('record_entities.record_id')
          .join('entities', 'entities.entity_ref', 'record_entities.entity_ref')
          .whereIn('entities.owner', [...owners]),
      );
  }

  oneIf(conditions: ReadonlyArray<KpiCondition>): Knex.Raw {
    const all = conditions.map(one => this.#condition(one));
    return this.raw(
      `case when ${all.map(() => '(?)').join(' and ')} then 1 else 0 end`,
      all,
    );
  }

  instant(name: InstantName): Knex.Raw {
    switch (name) {
      case 'now':
        return this.raw(this.#isPostgres ? '?::timestamptz' : '?', [
          this.context.now,
        ]);
      case 'createdAt':
        return this.raw('records.created_at');
      case 'closedAt':
        return this.raw('records.closed_at');
      default:
        return this.#value(name, 'timestamptz');
    }
  }

  number(name: string): Knex.Raw {
    return this.#value(name, 'double precision');
  }

  /** A number, or the seconds between two instants that follow each other. */
  quantity(what: Quantity): Knex.Raw {
    if (typeof what === 'string') {
      return this.number(what);
    }
    const [from, to] = [this.instant(what.from), this.instant(what.to)];
    return this.raw(
      this.#isPostgres
        ? 'case when ? >= ? then extract(epoch from ? - ?) end'
        : 'case when ? >= ? then (julianday(?) - julianday(?)) * 86400 end',
      [to, from, to, from],
    );
  }

  #condition(one: KpiCondition): Knex.Raw {
    if ('linked' in one) return this.#linked(one.linked, one.state);
    if ('moved' in one) {
      return this.raw(
        `exists (select 1 from record_events as moves where moves.record_id = records.id and moves.kind = 'moved' and moves.transition in (${placesFor(
          one.moved,
        )}))`,
        one.moved,
      );
    }
    if ('state' in one) {
      return this.raw(`records.state in (${placesFor(one.state)})`, one.state);
    }
    if ('category' in one) {
      return this.raw(
        `records.state_category in (${placesFor(one.category)})`,
        one.category,
      );
    }
    if ('instant' in one) {
      return this.raw('? <= ?', [
        this.instant(one.instant),
        this.instant(one.notAfter),
      ]);
    }
    const value = this.#value(one.field);
    return 'is' in one
      ? this.raw(`? in (${placesFor(one.is)})`, [
          value,
          ...one.is.map(option => this.#bound(option)),
        ])
      : this.raw(`? is ${one.isSet ? 'not null' : 'null'}`, [value]);
  }

  /** Links to what the caller may not see are not there for them (PER-1). */
  #linked(
    relations: ReadonlyArray<string>,
    states?: ReadonlyArray<string>,
  ): Knex.Raw {
    const { knex, definitions, visible } = this.context;
    const ways = relations.flatMap(relation =>
      waysOf(relation, this.#definitions, definitions),
    );
    const found = ways.map(({ relation, direction, holder }) => {
      const [here, there] =
        direction === 'outgoing' ? ['from_id', 'to_id'] : ['to_id', 'from_id'];
      const query = knex('record_links')
        .select(`record_links.${here}`)
        .join('records', 'records.id', `record_links.${there}`)
        .where('record_links.relation', relation);
      if (direction === 'incoming') query.where('records.type', holder);
      if (states) query.whereIn('records.state', [...states]);
      if (visible) query.where(seen => whereMeets(seen, visible, false));
      return query;
    });
    return this.raw(
      found.map(() => 'records.id in ?').join(' or '),
      found as Knex.RawBinding[],
    );
  }

  /** The value of a field, as text unless another type is told. */
  #value(name: string, type?: string): Knex.Raw {
    if (name === 'priority') {
      return this.raw('records.priority');
    }
    const column = columnOf(this.#definitions[0].fields[name]);
    if (column) {
      return this.raw(column);
    }
    if (!this.#isPostgres) {
      return this.raw('json_extract(records.fields, ?)', [`$.${name}`]);
    }
    const text = this.raw('records.fields ->> ?::text', [name]);
    // PostgreSQL reads conditions in any order: only these types hold, under
    // this name, what can be cast.
    return type
      ? this.raw(
          `case when records.type in (${placesFor(
            this.types,
          )}) then (?)::${type} end`,
          [...this.types, text],
        )
      : this.raw('(?)', [text]);
  }

  /** A value as it compares with what `#value` reads. */
  #bound(value: string | number | boolean): Knex.RawBinding {
    if (typeof value === 'boolean') {
      return this.#isPostgres ? String(value) : Number(value);
    }
    return value;
  }

  get #isPostgres() {
    return isPostgres(this.context.knex);
  }
}

function placesFor(values: ReadonlyArray<unknown>): string {
  return values.map(() => '?').join(', ');
}
