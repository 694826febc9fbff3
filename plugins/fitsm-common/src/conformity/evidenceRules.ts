import { AnyRecordType, EvidenceWhen } from '../engine/defineRecordType';
import { listOf } from '../engine/text';
import { RequirementSet } from './requirementSets';

/**
 * What counts as evidence that a row is met: each record of a type, each time
 * that a transition happens, each link, or each record in force that itself
 * names the row.
 *
 * @public
 */
export type EvidenceRule =
  | { kind: 'records'; type: string }
  | {
      kind: 'transition';
      type: string;
      transition: string;
      /** Only of records whose choice fields, all of them, have such a value. */
      when?: EvidenceWhen['when'];
    }
  /** To any type, or to one. */
  | { kind: 'links'; type: string; relation: string; to?: string }
  | { kind: 'named'; type: string };

/** Evidence rules by the id of the row; rows without a rule are left out. @public */
export type EvidenceRules = ReadonlyMap<string, ReadonlyArray<EvidenceRule>>;

/**
 * The rules that definitions bring by `evidenceFor`.
 *
 * @throws Error where a definition names a row that no set has
 * @public
 */
export function evidenceRulesOf(
  definitions: ReadonlyArray<AnyRecordType>,
  sets: ReadonlyArray<RequirementSet>,
): EvidenceRules {
  const known = new Set(sets.flatMap(rowIdsOf));
  const rules = new Map<string, EvidenceRule[]>();
  const add = (
    path: string,
    rule: EvidenceRule,
    rows: ReadonlyArray<string> = [],
  ) => {
    for (const row of rows) {
      if (!known.has(row)) {
        throw new Error(
          `${path}: '${row}' is no row of ${sets
            .map(({ standard, version }) => `${standard} ${version}`)
            .join(' or ')}; name one that exists`,
        );
      }
      const ofRow = rules.get(row) ?? [];
      rules.set(row, [...ofRow, rule]);
    }
  };
  for (const { name, evidenceFor, lifecycle, relations } of definitions) {
    add(`${name}.evidenceFor`, { kind: 'records', type: name }, evidenceFor);
    for (const [transition, one] of Object.entries(lifecycle.transitions)) {
      add(
        `${name}.lifecycle.transitions.${transition}.evidenceFor`,
        { kind: 'transition', type: name, transition },
        one.evidenceFor,
      );
      one.evidenceWhen?.forEach(({ when, rows }, index) =>
        add(
          `${name}.lifecycle.transitions.${transition}.evidenceWhen.${index}`,
          { kind: 'transition', type: name, transition, when },
          rows,
        ),
      );
    }
    for (const [relation, one] of Object.entries(relations)) {
      add(
        `${name}.relations.${relation}.evidenceFor`,
        { kind: 'links', type: name, relation },
        one.evidenceFor,
      );
      for (const [to, rows] of Object.entries(one.evidenceByTarget ?? {})) {
        add(
          `${name}.relations.${relation}.evidenceByTarget.${to}`,
          { kind: 'links', type: name, relation, to },
          rows,
        );
      }
    }
  }
  return rules;
}

/** Types whose records name rows themselves may do so for any row. @public */
export function namingRulesOf(
  definitions: ReadonlyArray<AnyRecordType>,
): EvidenceRule[] {
  return definitions
    .filter(({ namesEvidence }) => namesEvidence)
    .map(({ name }) => ({ kind: 'named', type: name }));
}

/**
 * The states in which what a record names counts: approved, and not over. A
 * draft is no evidence.
 *
 * @public
 */
export function statesInForce({ lifecycle }: AnyRecordType): string[] {
  return Object.entries(lifecycle.states)
    .filter(([, { locked, category }]) => locked && category !== 'closed')
    .map(([name]) => name);
}

/** How a rule reads: `'Approve' on a change`. @public */
export function ruleSentence(
  rule: EvidenceRule,
  { label, lifecycle, relations, fields }: AnyRecordType,
  /** What the other type is called, for a rule about links to one. */
  labelOf: (type: string) => string,
): string {
  const one = midSentence(label.one);
  switch (rule.kind) {
    case 'records':
      return `Each ${one}`;
    case 'transition':
      return `'${
        lifecycle.transitions[rule.transition].label
      }' on ${withArticle(one)}${whenClause(rule.when, fields)}`;
    case 'links':
      return `Link '${relations[rule.relation].label}' from ${withArticle(
        one,
      )}${rule.to ? ` to ${withArticle(midSentence(labelOf(rule.to)))}` : ''}`;
    default:
      return `${label.many} in force that name this row`;
  }
}

/** How conditions read: ` (Kind: Policy or Procedure; Process: ...)`. */
function whenClause(
  when: EvidenceWhen['when'] | undefined,
  fields: AnyRecordType['fields'],
): string {
  if (!when) return '';
  const parts = Object.entries(when).map(([name, values = []]) => {
    const field = fields[name];
    const labels = values.map(value =>
      field.kind === 'choice' ? field.options[value] : value,
    );
    return `${field.label}: ${listOf(labels)}`;
  });
  return ` (${parts.join('; ')})`;
}

/** The ids of all rows of a set. @public */
export function rowIdsOf({ groups }: RequirementSet): string[] {
  return groups.flatMap(({ rows }) => rows.map(({ id }) => id));
}

/** `SLA` stays as it is, `Change` does not. */
function midSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label)
    ? `${label[0].toLowerCase()}${label.slice(1)}`
    : label;
}

function withArticle(label: string): string {
  const isVowel = /^[A-Z]{2}/.test(label)
    ? /^[AEFHILMNORSX]/.test(label)
    : /^[aeiou]/i.test(label);
  return `${isVowel ? 'an' : 'a'} ${label}`;
}
