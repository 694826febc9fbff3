import {
  AnyRecordType,
  EvidenceRule,
  Exclusion,
  FieldValue,
  RowValue,
  statesInForce,
  Tally,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { columnOf, jsonTextOf } from '../records/fieldSql';
import { instantFrom, jsonFrom } from '../records/rows';

const RECORDS_A_PAGE = 200;

/** What an organisation has to show, counted at one moment. */
export interface CountedEvidence {
  tallyOf(rule: EvidenceRule, row: string): Tally;
  exclusions: Map<string, Exclusion[]>;
}

type TransitionRule = Extract<EvidenceRule, { kind: 'transition' }>;

/** How often a transition happened on records of such values. */
interface MovesByChoice extends Tally {
  transition: string;
  values: Record<string, unknown>;
}

interface TallyRow {
  count: number | string;
  newest: string | Date;
}

/**
 * Counts evidence in the database, by whole groups: how many records there are
 * costs time, but hardly any memory. Restricted records count too, as numbers.
 */
export class EvidenceCounter {
  constructor(
    private readonly knex: Knex,
    private readonly definitions: ReadonlyArray<AnyRecordType>,
  ) {}

  async count(rules: ReadonlyArray<EvidenceRule>): Promise<CountedEvidence> {
    const tallies = new Map<string, Tally>();
    const keep = (rule: EvidenceRule, { count, newest }: TallyRow) =>
      tallies.set(keyOf(rule), {
        count: Number(count),
        newest: instantFrom(newest),
      });
    const typesOf = (kind: EvidenceRule['kind']) => [
      ...new Set(
        rules.filter(rule => rule.kind === kind).map(({ type }) => type),
      ),
    ];
    for (const { type, ...tally } of await this.#records(typesOf('records'))) {
      keep({ kind: 'records', type }, tally);
    }
    const transitions = rules.filter(rule => rule.kind === 'transition');
    for (const { type, transition, ...tally } of await this.#transitions(
      transitions.filter(({ when }) => !when),
    )) {
      keep({ kind: 'transition', type, transition }, tally);
    }
    const conditional = transitions.filter(({ when }) => when);
    for (const type of new Set(conditional.map(one => one.type))) {
      const ofType = conditional.filter(one => one.type === type);
      const moves = await this.#movesByChoice(ofType);
      ofType.forEach(rule => tallies.set(keyOf(rule), tallyAmong(moves, rule)));
    }
    for (const { type, relation, to, ...tally } of await this.#links(
      typesOf('links'),
    )) {
      keep({ kind: 'links', type, relation, to }, tally);
    }
    for (const rule of rules) {
      if (rule.kind === 'links' && !rule.to) {
        tallies.set(keyOf(rule), sumOfTargets(tallies, keyOf(rule)));
      }
    }
    for (const definition of this.#definitionsOf(typesOf('named'))) {
      await this.#addNamed(tallies, definition);
    }
    return {
      tallyOf: (rule, row) =>
        tallies.get(
          rule.kind === 'named' ? namedKey(rule.type, row) : keyOf(rule),
        ) ?? { count: 0 },
      exclusions: await this.#exclusions(),
    };
  }

  #definitionsOf(types: ReadonlyArray<string>) {
    return this.definitions.filter(({ name }) => types.includes(name));
  }

  /** What is kept up to date is not stale, however long ago it was recorded. */
  async #records(types: string[]): Promise<Array<TallyRow & { type: string }>> {
    return this.knex('records')
      .select('type')
      .count({ count: '*' })
      .max({ newest: 'updated_at' })
      .whereIn('type', types)
      .groupBy('type');
  }

  async #transitions(
    rules: ReadonlyArray<TransitionRule>,
  ): Promise<Array<TallyRow & { type: string; transition: string }>> {
    const transitions = [...new Set(rules.map(one => one.transition))];
    const types = [...new Set(rules.map(({ type }) => type))];
    return this.knex('record_events')
      .select('records.type', 'record_events.transition')
      .count({ count: '*' })
      .max({ newest: 'record_events.at' })
      .join('records', 'records.id', 'record_events.record_id')
      .whereIn('record_events.transition', transitions)
      .whereIn('records.type', types)
      .groupBy('records.type', 'record_events.transition');
  }

  /** Transitions of a type, by the values that rules ask for. */
  async #movesByChoice(
    rules: ReadonlyArray<TransitionRule>,
  ): Promise<MovesByChoice[]> {
    const [{ type }] = rules;
    const names = [
      ...new Set(rules.flatMap(({ when = {} }) => Object.keys(when))),
    ];
    const { fields } = this.definitions.find(({ name }) => name === type)!;
    const values = names.map((name, index) => {
      const column = columnOf(fields[name]);
      return column
        ? this.knex.raw('?? as ??', [column, `value${index}`])
        : this.knex.raw(`${jsonTextOf} as ??`, [name, `value${index}`]);
    });
    const moves = this.knex('record_events')
      .select('record_events.transition', 'record_events.at', ...values)
      .join('records', 'records.id', 'record_events.record_id')
      .where('records.type', type)
      .whereIn(
        'record_events.transition',
        rules.map(({ transition }) => transition),
      );
    const grouping = [
      'transition',
      ...names.map((_, index) => `value${index}`),
    ];
    const rows = await this.knex
      .from(moves.as('moves'))
      .select(grouping)
      .count({ count: '*' })
      .max({ newest: 'at' })
      .groupBy(grouping);
    return rows.map(row => ({
      transition: row.transition,
      values: Object.fromEntries(
        names.map((name, index) => [name, row[`value${index}`]]),
      ),
      count: Number(row.count),
      newest: instantFrom(row.newest),
    }));
  }

  async #links(
    types: string[],
  ): Promise<Array<TallyRow & { type: string; relation: string; to: string }>> {
    return this.knex('record_links')
      .select('records.type', 'record_links.relation', 'targets.type as to')
      .count({ count: '*' })
      .max({ newest: 'record_links.created_at' })
      .join('records', 'records.id', 'record_links.from_id')
      .join('records as targets', 'targets.id', 'record_links.to_id')
      .whereIn('records.type', types)
      .groupBy('records.type', 'record_links.relation', 'targets.type');
  }

  /** A record counts once for a row, however often it names it. */
  async #addNamed(tallies: Map<string, Tally>, definition: AnyRecordType) {
    const { name, namesEvidence } = definition;
    for await (const { fields, updated_at } of this.#recordsIn(
      name,
      statesInForce(definition),
    )) {
      const at = instantFrom(updated_at);
      const named = (fields[namesEvidence!] ?? []) as RowValue[];
      for (const row of new Set(named.map(one => rowIdFrom(one.requirement)))) {
        const key = namedKey(name, row);
        const { count, newest } = tallies.get(key) ?? { count: 0 };
        tallies.set(key, {
          count: count + 1,
          newest: newest !== undefined && newest > at ? newest : at,
        });
      }
    }
  }

  async #exclusions(): Promise<Map<string, Exclusion[]>> {
    const exclusions = new Map<string, Exclusion[]>();
    for (const { name, excludes } of this.definitions) {
      if (!excludes) continue;
      for await (const {
        id,
        title,
        restricted,
        fields,
        due_at,
      } of this.#recordsIn(name, excludes.states)) {
        // Without an end it does not count: it would never be looked at again.
        if (due_at === null) continue;
        const row = rowIdFrom(fields[excludes.requirement]);
        const reason = String(fields[excludes.reason] ?? title);
        exclusions.set(row, [
          ...(exclusions.get(row) ?? []),
          {
            ...(!restricted && { record: id, reason }),
            approvedBy: await this.#approversOf(id),
            until: instantFrom(due_at),
          },
        ]);
      }
    }
    return exclusions;
  }

  /** Those whose votes brought the record to where it is. */
  async #approversOf(id: string): Promise<string[]> {
    const round = await this.knex('record_approvals')
      .where({ record_id: id, outcome: 'approved' })
      .max({ last: 'round' })
      .first();
    return this.knex('record_votes')
      .where({ record_id: id, round: round?.last ?? 0, vote: 'approve' })
      .orderBy('at')
      .pluck('voter');
  }

  /** The records of a type in some states, of which memory holds a page. */
  async *#recordsIn(type: string, states: ReadonlyArray<string>) {
    let after = 0;
    for (;;) {
      const page = await this.knex('records')
        .select(
          'id',
          'number',
          'title',
          'restricted',
          'updated_at',
          'due_at',
          'fields',
        )
        .where({ type })
        .where('number', '>', after)
        .whereIn('state', states)
        .orderBy('number')
        .limit(RECORDS_A_PAGE);
      for (const { fields, ...row } of page) {
        const values: Record<string, FieldValue> = jsonFrom(fields);
        yield { ...row, fields: values };
      }
      if (page.length < RECORDS_A_PAGE) return;
      after = Number(page[page.length - 1].number);
    }
  }
}

function keyOf({ kind, type, ...rest }: EvidenceRule): string {
  return [kind, type, ...Object.values(rest)]
    .filter(part => part !== undefined)
    .map(part => (typeof part === 'string' ? part : JSON.stringify(part)))
    .join(' ');
}

function tallyAmong(
  moves: ReadonlyArray<MovesByChoice>,
  { transition, when = {} }: TransitionRule,
): Tally {
  return sumOf(
    moves.filter(
      move =>
        move.transition === transition &&
        Object.entries(when).every(([field, values]) =>
          values?.includes(String(move.values[field])),
        ),
    ),
  );
}

/** Links to any type are those to each of them. */
function sumOfTargets(tallies: ReadonlyMap<string, Tally>, key: string): Tally {
  return sumOf(
    [...tallies]
      .filter(([other]) => other.startsWith(`${key} `))
      .map(([, tally]) => tally),
  );
}

function sumOf(parts: ReadonlyArray<Tally>): Tally {
  const newest = parts.flatMap(part => part.newest ?? []).sort();
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    ...(newest.length && { newest: newest[newest.length - 1] }),
  };
}

function namedKey(type: string, row: string): string {
  return ['named', type, row].join(' ');
}

/** People type them: ` pr4.o4` is meant to be PR4.O4. */
function rowIdFrom(value: unknown): string {
  const [group, row = ''] = String(value ?? '')
    .trim()
    .split('.');
  return `${group.toUpperCase()}.${row.slice(0, 1).toUpperCase()}${row
    .slice(1)
    .toLowerCase()}`;
}
