import { Fields, FieldValues } from './fields';

/**
 * The names of all record types, as keys. Add-ons extend it by declaration
 * merging, so that links to their types are checked too.
 *
 * @public
 */
export interface RecordTypeNames {
  incident: true;
}

/** @public */
export type RecordTypeName = keyof RecordTypeNames;

/**
 * What a state means to somebody who does not know the type: work can go on,
 * it waits for somebody else, or it has ended.
 *
 * @public
 */
export type StateCategory = 'open' | 'waiting' | 'closed';

/** @public */
export interface State {
  label: string;
  category: StateCategory;
}

/**
 * Who may use a transition: a person field of the record, its `owner`, a role
 * of the process (`process:manager`), the owner of an entity that the record
 * names, or anybody who may read it. A transition that only happens by itself
 * names nobody.
 *
 * @public
 */
export type TransitionParty<TRole extends string = string> =
  | TRole
  | 'owner'
  | 'entityOwner'
  | 'anyone'
  | `process:${ProcessRoleName}`;

/** The roles that FitSM-3 gives every process. @public */
export type ProcessRoleName = 'owner' | 'manager' | 'staff';

/** @public */
export interface Transition<
  TState extends string = string,
  TField extends string = string,
  TRole extends string = string,
> {
  label: string;
  from: ReadonlyArray<TState>;
  to: TState;
  by: ReadonlyArray<TransitionParty<TRole>>;
  /** Fields that must be filled before, or with, the transition. */
  needs?: ReadonlyArray<TField>;
  /** Fields that the transition's form offers, beside those it needs. */
  offers?: ReadonlyArray<TField>;
  /** Fields that the transition empties. */
  clears?: ReadonlyArray<TField>;
  /** Instants that the transition sets to now, where none is given. */
  stamps?: ReadonlyArray<TField>;
  /** Whether a reason is asked for; it is kept in the history. */
  reason?: 'optional' | 'required';
  /** Name of a guard that the backend supplies; it may refuse. */
  guard?: string;
  /** Happens by itself so long after the record came into `from`. */
  automatic?: { afterDays: number };
  /** People fields whose holders are told. */
  notify?: ReadonlyArray<TRole | 'owner'>;
  /** The most usual way on: drawn first and filled. */
  primary?: boolean;
}

/** @public */
export interface Relation<TTarget extends string = string> {
  label: string;
  to: ReadonlyArray<TTarget>;
  /** How the other side calls the same link (LNK-1). */
  inverse: { name: string; label: string };
  many?: boolean;
}

/** @public */
export interface FormSection<TField extends string = string> {
  title: string;
  fields: ReadonlyArray<TField | 'title' | 'owner'>;
}

/** Priority follows impact and urgency by a matrix. @public */
export interface Prioritised<TField extends string = string> {
  impact: TField;
  urgency: TField;
  /** Impact, then urgency, to priority; 1 is the highest. */
  matrix: Record<string, Record<string, number>>;
  /** What people call each priority. */
  levels: Record<string, string>;
}

/** @public */
export interface RecordTypeDefinition<
  TName extends string = string,
  TFields extends Fields = Fields,
  TState extends string = string,
  TTransition extends string = string,
> {
  /** Singular, camelCase: `incident`. */
  name: TName;
  /** Upper-case letters before the number of an id: `INC`. */
  idPrefix: string;
  label: { one: string; many: string };
  description: string;
  /** Rows of FitSM-2 that records of this type are evidence for. */
  evidenceFor: ReadonlyArray<string>;
  fields: TFields;
  /** Whom the record falls to when no owner is named. */
  owner: {
    label: string;
    default: ReadonlyArray<'creator' | { ownerOf: string }>;
  };
  relations: Record<string, Relation>;
  lifecycle: {
    initial: TState;
    states: Record<TState, State>;
    transitions: Record<TTransition, Transition>;
  };
  prioritised?: Prioritised;
  /**
   * Records of the type may be restricted to those involved; named roles of
   * the process see them too (PER-1).
   */
  restrictable?: { alsoSeenBy: ReadonlyArray<`process:${ProcessRoleName}`> };
  form: ReadonlyArray<FormSection>;
  table: { columns: ReadonlyArray<string> };
}

type PersonKey<TFields extends Fields> = {
  [TKey in keyof TFields]: TFields[TKey] extends { kind: 'person' }
    ? TKey
    : never;
}[keyof TFields] &
  string;

type EntityKey<TFields extends Fields> = {
  [TKey in keyof TFields]: TFields[TKey] extends { kind: 'entity' }
    ? TKey
    : never;
}[keyof TFields] &
  string;

type ChoiceKey<TFields extends Fields> = {
  [TKey in keyof TFields]: TFields[TKey] extends { kind: 'choice' }
    ? TKey
    : never;
}[keyof TFields] &
  string;

/** Columns that every record has, for tables. @public */
export const recordAttributes = [
  'id',
  'title',
  'state',
  'priority',
  'owner',
  'createdAt',
  'updatedAt',
] as const;

/** @public */
export type RecordAttribute = (typeof recordAttributes)[number];

/**
 * Defines a record type: what its records hold, who acts on them and how they
 * live. Names are declared once and checked everywhere else, so a state, field,
 * role or link that does not exist does not compile.
 *
 * @public
 */
export function defineRecordType<
  const TName extends RecordTypeName,
  const TFields extends Fields,
  const TState extends string,
  const TTransition extends string,
>(definition: {
  name: TName;
  idPrefix: string;
  label: { one: string; many: string };
  description: string;
  evidenceFor: ReadonlyArray<string>;
  fields: TFields;
  owner: {
    label: string;
    default: ReadonlyArray<
      'creator' | { ownerOf: NoInfer<EntityKey<TFields>> }
    >;
  };
  relations: Record<string, Relation<RecordTypeName>>;
  lifecycle: {
    initial: NoInfer<TState>;
    states: Record<TState, State>;
    transitions: Record<
      TTransition,
      Transition<
        NoInfer<TState>,
        NoInfer<keyof TFields & string>,
        NoInfer<PersonKey<TFields>>
      >
    >;
  };
  prioritised?: Prioritised<NoInfer<ChoiceKey<TFields>>>;
  restrictable?: { alsoSeenBy: ReadonlyArray<`process:${ProcessRoleName}`> };
  form: ReadonlyArray<FormSection<NoInfer<keyof TFields & string>>>;
  table: {
    columns: ReadonlyArray<NoInfer<keyof TFields & string> | RecordAttribute>;
  };
}): RecordTypeDefinition<TName, TFields, TState, TTransition> {
  return definition;
}

/** Any definition, as the engine handles it. @public */
export type AnyRecordType = RecordTypeDefinition;

/** The values of the fields of records of a type. @public */
export type FieldsOf<TDefinition extends { fields: Fields }> = FieldValues<
  TDefinition['fields']
>;

/** @public */
export type StateOf<TDefinition extends { lifecycle: { states: object } }> =
  keyof TDefinition['lifecycle']['states'] & string;

/** @public */
export type TransitionOf<
  TDefinition extends { lifecycle: { transitions: object } },
> = keyof TDefinition['lifecycle']['transitions'] & string;
