import { Fields, FieldValues } from './fields';

/**
 * The names of all record types, as keys. Add-ons extend it by declaration
 * merging, so that links to their types are checked too.
 *
 * @public
 */
export interface RecordTypeNames {
  document: true;
  roleAssignment: true;
  communication: true;
  kpi: true;
  assessment: true;
  auditProgramme: true;
  audit: true;
  nonconformity: true;
  managementReview: true;
  requirementExclusion: true;
  service: true;
  serviceProposal: true;
  serviceDesignPackage: true;
  party: true;
  serviceLevelAgreement: true;
  operationalLevelAgreement: true;
  underpinningAgreement: true;
  agreementTemplate: true;
  agreementViolation: true;
  reportSpecification: true;
  report: true;
  availabilityContinuityRequirement: true;
  availabilityContinuityPlan: true;
  continuityTest: true;
  outage: true;
  capacityRequirement: true;
  capacityPlan: true;
  informationAsset: true;
  risk: true;
  securityControl: true;
  securityEvent: true;
  securityIncident: true;
  accessRight: true;
  accessReview: true;
  customer: true;
  complaint: true;
  satisfactionSurvey: true;
  serviceReview: true;
  supplier: true;
  supplierEvaluation: true;
  incident: true;
  serviceRequest: true;
  workflow: true;
  majorIncidentReview: true;
  problem: true;
  knownError: true;
  knownErrorReview: true;
  trendAnalysis: true;
  configurationItem: true;
  ciType: true;
  relationshipType: true;
  configurationSource: true;
  baseline: true;
  configurationVerification: true;
  change: true;
  standardChange: true;
  changeFreeze: true;
  release: true;
  deployment: true;
  releasePolicy: true;
  improvement: true;
  suggestionSource: true;
  followUpAction: true;
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
  /**
   * Title and fields stay as they are, but for what transitions ask: what was
   * approved is not changed behind the back of those who approved it (APP-1).
   */
  locked?: boolean;
  /** Everybody who is signed in may read records in it. */
  published?: boolean;
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

/**
 * Rows of FitSM-2 for which only some records are evidence: those whose choice
 * fields, all of them, have one of these values.
 *
 * @public
 */
export interface EvidenceWhen<TChoice extends string = string> {
  when: { readonly [TField in TChoice]?: ReadonlyArray<string> };
  rows: ReadonlyArray<string>;
}

/** @public */
export interface Transition<
  TState extends string = string,
  TField extends string = string,
  TRole extends string = string,
  TChoice extends string = string,
> {
  label: string;
  from: ReadonlyArray<TState>;
  to: TState;
  by: ReadonlyArray<TransitionParty<TRole>>;
  /** Those who may not use it, though they are among the parties. */
  apartFrom?: ReadonlyArray<TRole | 'owner' | 'creator'>;
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
  /** Own relations, each with the states of which a linked record must be in one. */
  needsLinks?: Readonly<Record<string, ReadonlyArray<string>>>;
  /** Name of a guard that the backend supplies; it may refuse. */
  guard?: string;
  /**
   * Happens by itself: so long after the record came into `from`, or at the
   * time that a field holds.
   */
  automatic?: { afterDays: number } | { at: TField };
  /**
   * Moves the records on the other side of a relation as well, in the same
   * commit, so far as that transition is open to them in their state.
   */
  moves?: { relation: string; transition: string };
  /** Rows of FitSM-2 that it is evidence for each time it happens. */
  evidenceFor?: ReadonlyArray<string>;
  evidenceWhen?: ReadonlyArray<EvidenceWhen<TChoice>>;
  /** People fields whose holders are told. */
  notify?: ReadonlyArray<TRole | 'owner'>;
  /** The most usual way on: drawn first and filled. */
  primary?: boolean;
}

/** @public */
export interface Relation<
  TTarget extends string = string,
  TField extends string = string,
> {
  label: string;
  to: ReadonlyArray<TTarget>;
  /** How the other side calls the same link (LNK-1). */
  inverse: { name: string; label: string };
  many?: boolean;
  /**
   * Lets people raise a record of this type from one on the other side. The
   * new record is linked, and carries what is known: its own field by the
   * field, or the `title`, of the record from which it is raised.
   */
  raise?: {
    label: string;
    carries?: Partial<Record<TField | 'title', string>>;
  };
  /** Rows of FitSM-2 that each link is evidence for. */
  evidenceFor?: ReadonlyArray<string>;
  /** Rows that only links to these types are evidence for. */
  evidenceByTarget?: Partial<Record<TTarget, ReadonlyArray<string>>>;
}

/**
 * A decision by votes (APP-1). It is asked for when a record comes into a
 * state, and what is voted on is what the record holds then: a change of it
 * asks for new votes.
 *
 * @public
 */
export interface Approval<
  TState extends string = string,
  TTransition extends string = string,
  TRole extends string = string,
  TField extends string = string,
> {
  label: string;
  /** The state in which votes are asked for. */
  state: TState;
  /** Only for records whose field has one of these values. */
  when?: { field: TField; is: ReadonlyArray<string> };
  /** Who is asked: each person or group that is found here has one vote. */
  by: ReadonlyArray<Exclude<TransitionParty<TRole>, 'anyone'>>;
  /** Those who may not vote, though they are among the asked. */
  apartFrom?: ReadonlyArray<TRole | 'owner' | 'creator'>;
  /** How many must approve. One who refuses is enough to refuse. */
  rule: 'first' | 'all' | number;
  /** When the votes are due. */
  withinDays: number;
  /** The transition that follows when enough have approved. */
  approves: TTransition;
  /** The transition that follows when somebody refused. */
  refuses: TTransition;
}

/**
 * Something that is reviewed at planned intervals (REV-1). The next review is
 * due so many days after the record came into one of the states, or after the
 * last review.
 *
 * @public
 */
export interface Reviewed<
  TState extends string = string,
  TTransition extends string = string,
  TField extends string = string,
> {
  /** The transition that is the review. */
  transition: TTransition;
  /** States in which reviews are due. */
  states: ReadonlyArray<TState>;
  /** The number field that holds the days between two reviews. */
  interval: TField;
  /** Days where nobody gave an interval. */
  everyDays: number;
  /** The field, in the column `dueAt`, that holds the next review. */
  next: TField;
}

/**
 * A checklist in a record: rows of the columns `stepColumns`. The transitions
 * are refused while a step is open.
 *
 * @public
 */
export interface Steps<
  TTransition extends string = string,
  TField extends string = string,
> {
  field: TField;
  before: ReadonlyArray<TTransition>;
}

/**
 * Nobody judges what they have a part in: before some transitions, people may
 * have no role in the processes that rows of the record name.
 *
 * @public
 */
export interface Independent<
  TTransition extends string = string,
  TField extends string = string,
  TRole extends string = string,
> {
  /** The rows, each with the columns `process` and `person`. */
  rows: TField;
  process: string;
  person: string;
  /** Who is meant by a row without a person. */
  otherwise: ReadonlyArray<TRole>;
  before: ReadonlyArray<TTransition>;
}

/**
 * What a new record begins with where nobody gave it: rows that tell, topic by
 * topic, of records that are not closed, or were closed since an instant. They
 * tell what the creator may see, and nothing that is restricted.
 *
 * @public
 */
export interface Gathers<
  TField extends string = string,
  TType extends string = string,
> {
  /** The rows, with the columns `topic` and `about`. */
  rows: TField;
  /** The field that says from when on what was closed is told of. */
  since: TField;
  /** Types by topic, in the order of the rows; a topic without is always there. */
  topics: Readonly<Record<string, ReadonlyArray<TType>>>;
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
  /** By name; where several are for one state, the first that fits. */
  approvals?: Record<string, Approval>;
  reviewed?: Reviewed;
  steps?: Steps;
  independent?: Independent;
  gathers?: Gathers;
  /**
   * The rows field whose column `requirement` names rows of FitSM-2: the record
   * itself says what it is evidence for, beside `evidenceFor`.
   */
  namesEvidence?: string;
  /** Records that say which row of FitSM-2 does not apply here. */
  excludes?: Excludes;
  /** The choice field that names a process, whose page lists the record then. */
  ofProcess?: string;
  /**
   * Records of the type may be restricted to those involved; named roles of
   * the process see them too (PER-1).
   */
  restrictable?: { alsoSeenBy: ReadonlyArray<`process:${ProcessRoleName}`> };
  form: ReadonlyArray<FormSection>;
  table: { columns: ReadonlyArray<string> };
}

/**
 * A statement that a row of the standard does not apply: the text fields that
 * name the row and say why, the states in which it counts, and the field, in the column
 * `dueAt`, until when.
 *
 * @public
 */
export interface Excludes<
  TState extends string = string,
  TField extends string = string,
> {
  requirement: TField;
  reason: TField;
  states: ReadonlyArray<TState>;
  until: TField;
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

type RowsKey<TFields extends Fields> = {
  [TKey in keyof TFields]: TFields[TKey] extends { kind: 'rows' }
    ? TKey
    : never;
}[keyof TFields] &
  string;

type NumberKey<TFields extends Fields> = {
  [TKey in keyof TFields]: TFields[TKey] extends { kind: 'number' }
    ? TKey
    : never;
}[keyof TFields] &
  string;

type DueKey<TFields extends Fields> = {
  [TKey in keyof TFields]: TFields[TKey] extends { column: 'dueAt' }
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
  relations: Record<
    string,
    Relation<RecordTypeName, NoInfer<keyof TFields & string>>
  >;
  lifecycle: {
    initial: NoInfer<TState>;
    states: Record<TState, State>;
    transitions: Record<
      TTransition,
      Transition<
        NoInfer<TState>,
        NoInfer<keyof TFields & string>,
        NoInfer<PersonKey<TFields>>,
        NoInfer<ChoiceKey<TFields>>
      >
    >;
  };
  prioritised?: Prioritised<NoInfer<ChoiceKey<TFields>>>;
  approvals?: Record<
    string,
    Approval<
      NoInfer<TState>,
      NoInfer<TTransition>,
      NoInfer<PersonKey<TFields>>,
      NoInfer<ChoiceKey<TFields>>
    >
  >;
  reviewed?: {
    transition: NoInfer<TTransition>;
    states: ReadonlyArray<NoInfer<TState>>;
    interval: NoInfer<NumberKey<TFields>>;
    everyDays: number;
    next: NoInfer<DueKey<TFields>>;
  };
  steps?: Steps<NoInfer<TTransition>, NoInfer<RowsKey<TFields>>>;
  independent?: Independent<
    NoInfer<TTransition>,
    NoInfer<RowsKey<TFields>>,
    NoInfer<PersonKey<TFields>>
  >;
  gathers?: Gathers<NoInfer<keyof TFields & string>, RecordTypeName>;
  namesEvidence?: NoInfer<RowsKey<TFields>>;
  excludes?: Excludes<NoInfer<TState>, NoInfer<keyof TFields & string>>;
  ofProcess?: NoInfer<ChoiceKey<TFields>>;
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
