/**
 * Shared, indexed columns that a field of a record type may fill.
 *
 * @public
 */
export type SharedColumn =
  | 'category'
  | 'startsAt'
  | 'endsAt'
  | 'dueAt'
  | 'assignee'
  | 'assignedGroup';

/** @public */
export interface FieldOptions {
  /** What people read beside the field. */
  label: string;
  /** One sentence shown under the field in forms. */
  help?: string;
  /** Must be given when the record is created. */
  required?: boolean;
  /** Leaves the field out of the form that creates a record. */
  lateOnly?: boolean;
}

/** @public */
export interface TextField extends FieldOptions {
  kind: 'text';
  /** Longest value, in characters. 200 unless told. */
  max?: number;
  column?: 'category';
}

/** @public */
export interface MarkdownField extends FieldOptions {
  kind: 'markdown';
  /** Longest value, in characters. 20,000 unless told. */
  max?: number;
}

/** @public */
export interface ChoiceField<TOption extends string = string>
  extends FieldOptions {
  kind: 'choice';
  /** Value to label, in the order in which people see them. */
  options: Record<TOption, string>;
  default?: NoInfer<TOption>;
  column?: 'category';
}

/** @public */
export interface NumberField extends FieldOptions {
  kind: 'number';
  min?: number;
  max?: number;
  integer?: boolean;
  unit?: string;
}

/** @public */
export interface BooleanField extends FieldOptions {
  kind: 'boolean';
}

/** An instant, sent as ISO 8601 with a zone (TIM-1). @public */
export interface DateTimeField extends FieldOptions {
  kind: 'dateTime';
  default?: 'now';
  column?: 'startsAt' | 'endsAt' | 'dueAt';
  /** Its owner is told when the time comes; so it is with what is `dueAt`. */
  remind?: boolean;
}

/** A calendar day without a zone, `yyyy-mm-dd`. @public */
export interface DateField extends FieldOptions {
  kind: 'date';
}

/** @public */
export interface UrlField extends FieldOptions {
  kind: 'url';
}

/**
 * A person or a group of the catalog. The name of the field is a role that
 * its holder has on the record.
 *
 * @public
 */
export interface PersonField extends FieldOptions {
  kind: 'person';
  /** Catalog kinds that fit. `User` unless told. */
  kinds?: ReadonlyArray<'User' | 'Group'>;
  many?: boolean;
  /** Who holds the role when nobody is named. */
  default?: PersonDefault;
  column?: 'assignee' | 'assignedGroup';
}

/**
 * `creator`, or the owner of the entity that another field of the record
 * names.
 *
 * @public
 */
export type PersonDefault = 'creator' | { ownerOf: string };

/** A service, CI or other entity of the catalog. @public */
export interface EntityField extends FieldOptions {
  kind: 'entity';
  /** Catalog kinds that fit. */
  kinds: ReadonlyArray<string>;
  many?: boolean;
}

/** What one cell of a row holds. @public */
export type CellField =
  | TextField
  | MarkdownField
  | ChoiceField
  | NumberField
  | BooleanField
  | DateTimeField
  | DateField
  | UrlField
  | PersonField;

/**
 * A table inside a record: targets of an agreement, steps of a workflow. People
 * in it hold no role on the record.
 *
 * @public
 */
export interface RowsField extends FieldOptions {
  kind: 'rows';
  columns: Record<string, CellField>;
  /** Most rows. 100 unless told. */
  max?: number;
}

/** @public */
export type Field = CellField | EntityField | RowsField;

/** @public */
export type FieldKind = Field['kind'];

/** @public */
export type Fields = Record<string, Field>;

type Value<TField> = TField extends {
  kind: 'rows';
  columns: infer TColumns extends Record<string, CellField>;
}
  ? Array<{ [TKey in keyof TColumns]?: Value<TColumns[TKey]> }>
  : TField extends { kind: 'number' }
  ? number
  : TField extends { kind: 'boolean' }
  ? boolean
  : TField extends { kind: 'choice'; options: Record<infer TOption, string> }
  ? TOption
  : TField extends { many: true }
  ? string[]
  : string;

/** One row of a `rows` field, by column. @public */
export type RowValue = Record<string, string | number | boolean>;

/** A value as the engine handles it, whatever its field. @public */
export type FieldValue = string | number | boolean | string[] | RowValue[];

/** The values that the fields of a definition hold. @public */
export type FieldValues<TFields extends Fields> = {
  [TKey in keyof TFields]?: string extends keyof TFields
    ? FieldValue
    : Value<TFields[TKey]>;
};

type Options<TField> = Omit<TField, 'kind'>;

/**
 * One builder a kind of field. They only name the kind: definitions stay data
 * that survives JSON.
 *
 * @public
 */
export const field = {
  text: <const T extends Options<TextField>>(options: T) =>
    ({ kind: 'text', ...options } as const),
  markdown: <const T extends Options<MarkdownField>>(options: T) =>
    ({ kind: 'markdown', ...options } as const),
  choice: <
    const TOption extends string,
    const T extends Options<ChoiceField<TOption>>,
  >(
    options: T & { options: Record<TOption, string> },
  ) => ({ kind: 'choice', ...options } as const),
  number: <const T extends Options<NumberField>>(options: T) =>
    ({ kind: 'number', ...options } as const),
  boolean: <const T extends Options<BooleanField>>(options: T) =>
    ({ kind: 'boolean', ...options } as const),
  dateTime: <const T extends Options<DateTimeField>>(options: T) =>
    ({ kind: 'dateTime', ...options } as const),
  date: <const T extends Options<DateField>>(options: T) =>
    ({ kind: 'date', ...options } as const),
  url: <const T extends Options<UrlField>>(options: T) =>
    ({ kind: 'url', ...options } as const),
  person: <const T extends Options<PersonField>>(options: T) =>
    ({ kind: 'person', ...options } as const),
  entity: <const T extends Options<EntityField>>(options: T) =>
    ({ kind: 'entity', ...options } as const),
  rows: <const T extends Options<RowsField>>(options: T) =>
    ({ kind: 'rows', ...options } as const),
};
