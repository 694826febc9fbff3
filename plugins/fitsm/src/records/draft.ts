import {
  AnyRecordType,
  Field,
  FitsmRecord,
  isEmptyValue,
  NewRecord,
  RecordChange,
  recordTitle,
  validatorFor,
} from '@fitsm/plugin-fitsm-common';
import { DraftRow, filledRows, isEmptyRow } from '../fields/rows';
import { fieldsOf } from './attributes';

/** What a form holds, by the names of `fieldsOf`. */
export type Draft = Record<string, unknown>;

/** What is wrong in a form, by field. */
export type Problems = Record<string, string>;

/** What somebody who fills in a form can set beside the fields of the type. */
const attributes = ['title', 'owner', 'restricted'] as const;

export function draftOf(record: FitsmRecord): Draft {
  const { title, owner, restricted, fields } = record;
  return { ...fields, title, owner, restricted };
}

/** An empty form, with the defaults that do not depend on other things. */
export function emptyDraft(definition: AnyRecordType): Draft {
  const defaults = Object.entries(definition.fields).flatMap(([name, field]) =>
    field.kind === 'choice' && field.default && !field.lateOnly
      ? [[name, field.default]]
      : [],
  );
  return Object.fromEntries(defaults);
}

/** What a form reads out of a query: `?affected=component:default/a`. */
export function draftOfParams(
  definition: AnyRecordType,
  params: URLSearchParams,
): Draft {
  const draft: Draft = {};
  for (const [name, field] of Object.entries(fieldsOf(definition))) {
    const values = params.getAll(name).filter(Boolean);
    const known =
      name === 'title' || name === 'owner' || name in definition.fields;
    if (!known || !values.length) continue;
    const isMany = 'many' in field && field.many;
    if (isMany) {
      draft[name] = values;
    } else if (field.kind === 'number') {
      draft[name] = Number(values[0]);
    } else {
      draft[name] = field.kind === 'boolean' ? values[0] === 'true' : values[0];
    }
  }
  return draft;
}

/** The same form without the rows and cells that nobody filled in. */
export function cleaned(definition: AnyRecordType, draft: Draft): Draft {
  const clean = { ...draft };
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.kind === 'rows' && !isEmptyValue(draft[name])) {
      clean[name] = filledRows(field, draft[name] as DraftRow[]);
    }
  }
  return clean;
}

function filled(definition: AnyRecordType, draft: Draft) {
  const clean = cleaned(definition, draft);
  return Object.fromEntries(
    Object.keys(definition.fields)
      .filter(name => !isEmptyValue(clean[name]))
      .map(name => [name, clean[name]]),
  );
}

/** A problem that a validator found, in the words of the form. */
function sentenceOf(
  field: Field,
  value: unknown,
  [index, column]: ReadonlyArray<PropertyKey>,
  message: string,
): string {
  if (field.kind !== 'rows' || index === undefined) {
    return `${field.label} ${message}`;
  }
  // People see the empty rows too, the validator does not.
  const { row, number } = (value as DraftRow[])
    .map((cells, place) => ({ row: cells, number: place + 1 }))
    .filter(candidate => !isEmptyRow(field, candidate.row))[Number(index)];
  const cell = field.columns[String(column)];
  if (!cell) return `Row ${number} ${message}`;
  const what = isEmptyValue(row[String(column)]) ? 'is required' : message;
  return `Row ${number}, ${cell.label} ${what}`;
}

/** What is wrong with a form, found with the validators of the server. */
export function problemsOf(
  definition: AnyRecordType,
  draft: Draft,
  names: ReadonlyArray<string> = Object.keys(fieldsOf(definition)),
): Problems {
  const problems: Problems = {};
  const fields = fieldsOf(definition);
  const note = (name: string, what: string) => {
    if (names.includes(name))
      problems[name] ??= `${fields[name].label} ${what}`;
  };
  const clean = cleaned(definition, draft);
  const title = recordTitle.safeParse(draft.title ?? '');
  for (const name of names) {
    if (fields[name].required && isEmptyValue(clean[name])) {
      note(name, 'is required');
    }
  }
  if (!title.success) note('title', title.error.issues[0].message);
  const result = validatorFor(definition, 'change').safeParse(
    filled(definition, draft),
  );
  for (const { path, message } of result.error?.issues ?? []) {
    const [name, ...place] = path;
    if (names.includes(String(name))) {
      problems[String(name)] ??= sentenceOf(
        fields[String(name)],
        draft[String(name)],
        place,
        message,
      );
    }
  }
  return problems;
}

export function newRecordOf(
  definition: AnyRecordType,
  draft: Draft,
): NewRecord {
  return {
    title: String(draft.title),
    fields: filled(definition, draft) as NewRecord['fields'],
    ...(draft.owner ? { owner: String(draft.owner) } : {}),
    ...(draft.restricted === true && { restricted: true }),
  };
}

/** Names under which two forms differ. */
export function differences(
  definition: AnyRecordType,
  one: Draft,
  other: Draft,
): string[] {
  const [left, right] = [one, other].map(draft => cleaned(definition, draft));
  const comparable = (value: unknown) =>
    isEmptyValue(value) ? undefined : JSON.stringify(value);
  return [...attributes, ...Object.keys(definition.fields)].filter(
    name => comparable(left[name]) !== comparable(right[name]),
  );
}

/** What has to be sent to make one form of the other; null clears a field. */
export function changeOf(
  definition: AnyRecordType,
  from: Draft,
  to: Draft,
): Omit<RecordChange, 'revision'> {
  const change: Omit<RecordChange, 'revision'> = {};
  const fields: Record<string, unknown> = {};
  const wanted = cleaned(definition, to);
  for (const name of differences(definition, from, to)) {
    switch (name) {
      case 'title':
      case 'owner':
        change[name] = String(to[name]);
        break;
      case 'restricted':
        change.restricted = to.restricted === true;
        break;
      default:
        fields[name] = isEmptyValue(wanted[name]) ? null : wanted[name];
    }
  }
  return Object.keys(fields).length
    ? { ...change, fields: fields as RecordChange['fields'] }
    : change;
}
