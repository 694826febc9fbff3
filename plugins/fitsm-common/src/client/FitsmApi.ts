import {
  AnyRecordType,
  FieldsOf,
  TransitionOf,
} from '../engine/defineRecordType';
import {
  CommentVisibility,
  FitsmRecord,
  HistoryEntry,
  RecordDetails,
} from '../records/record';
import { Page, RecordQuery } from '../records/query';
import { Delegation, NewDelegation } from '../records/delegation';
import { RecordTypeCatalog } from '../records/recordTypeCatalog';

/** The values of a change; `null` clears a field. @public */
export type FieldsToChange<TDefinition extends AnyRecordType> = {
  [TKey in keyof FieldsOf<TDefinition>]?: FieldsOf<TDefinition>[TKey] | null;
};

/** @public */
export interface NewRecord<TDefinition extends AnyRecordType = AnyRecordType> {
  title: string;
  fields?: FieldsToChange<TDefinition>;
  /** A User or Group; left out, whom the definition says. */
  owner?: string;
  restricted?: boolean;
  /** Links that are made with it, in the same commit. */
  links?: Array<{ relation: string; to: string }>;
}

/** @public */
export interface RecordChange<
  TDefinition extends AnyRecordType = AnyRecordType,
> {
  /** The revision that was seen; a stale one is refused (REC-2). */
  revision: number;
  title?: string;
  fields?: FieldsToChange<TDefinition>;
  owner?: string;
  restricted?: boolean;
  /** Overrides the matrix, and needs a reason; null goes back to it. */
  priority?: number | null;
  reason?: string;
}

/** @public */
export interface RecordMove<TDefinition extends AnyRecordType = AnyRecordType> {
  transition: TransitionOf<TDefinition>;
  revision: number;
  fields?: FieldsToChange<TDefinition>;
  reason?: string;
}

/** @public */
export interface RequestOptions {
  signal?: AbortSignal;
  /** For other backends: the token of the caller. */
  token?: string;
}

/** The HTTP API of FitSM, as the page, other backends and tests call it. @public */
export interface FitsmApi {
  getRecordTypes(options?: RequestOptions): Promise<RecordTypeCatalog>;

  /** The records of one type, with its types. */
  records<TDefinition extends AnyRecordType>(
    definition: TDefinition,
  ): TypedRecords<TDefinition>;

  queryRecords(
    query: RecordQuery,
    options?: RequestOptions,
  ): Promise<Page<FitsmRecord>>;

  createRecord(
    type: string,
    record: NewRecord,
    options?: RequestOptions & { idempotencyKey?: string },
  ): Promise<FitsmRecord>;

  /** @throws NotFoundError where it is not there, or may not be seen */
  getRecord(id: string, options?: RequestOptions): Promise<RecordDetails>;

  /** @throws ConflictError where the revision is stale */
  updateRecord(
    id: string,
    change: RecordChange,
    options?: RequestOptions,
  ): Promise<FitsmRecord>;

  /** @throws ConflictError where the revision is stale */
  transitionRecord(
    id: string,
    move: RecordMove,
    options?: RequestOptions,
  ): Promise<FitsmRecord>;

  /**
   * Votes on what the record holds at the revision (APP-1). Whoever refuses
   * says why.
   *
   * @throws ConflictError where the revision is stale
   */
  vote(
    id: string,
    vote: { revision: number; vote: 'approve' | 'refuse'; reason?: string },
    options?: RequestOptions,
  ): Promise<FitsmRecord>;

  /** Deputies that one has named, and people whose deputy one is. */
  getDelegations(options?: RequestOptions): Promise<{ items: Delegation[] }>;
  createDelegation(
    delegation: NewDelegation,
    options?: RequestOptions,
  ): Promise<Delegation>;
  endDelegation(id: string, options?: RequestOptions): Promise<void>;

  deleteRecord(
    id: string,
    deletion: { revision: number; reason: string },
    options?: RequestOptions,
  ): Promise<void>;

  linkRecords(
    id: string,
    link: { relation: string; to: string },
    options?: RequestOptions,
  ): Promise<void>;

  unlinkRecords(
    id: string,
    link: { relation: string; to: string },
    options?: RequestOptions,
  ): Promise<void>;

  comment(
    id: string,
    comment: { body: string; visibility: CommentVisibility },
    options?: RequestOptions,
  ): Promise<HistoryEntry>;

  /** Newest first; `commented` entries are the discussion. */
  getHistory(
    id: string,
    query?: { kind?: HistoryEntry['kind'][]; limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<Page<HistoryEntry>>;

  /**
   * Checks the chain of the history of records, a page of records a call.
   * `problems` names the first entry of each record that does not fit.
   */
  verifyHistory(
    query?: { cursor?: string },
    options?: RequestOptions,
  ): Promise<{
    checkedRecords: number;
    checkedEntries: number;
    problems: Array<{ recordId: string; sequence: number; problem: string }>;
    pageInfo: { nextCursor?: string };
  }>;
}

/** The records of one type. @public */
export interface TypedRecords<TDefinition extends AnyRecordType> {
  list(
    query?: Omit<RecordQuery, 'type'>,
    options?: RequestOptions,
  ): Promise<Page<FitsmRecord<TDefinition>>>;
  create(
    record: NewRecord<TDefinition>,
    options?: RequestOptions & { idempotencyKey?: string },
  ): Promise<FitsmRecord<TDefinition>>;
  get(
    id: string,
    options?: RequestOptions,
  ): Promise<RecordDetails<TDefinition>>;
  update(
    id: string,
    change: RecordChange<TDefinition>,
    options?: RequestOptions,
  ): Promise<FitsmRecord<TDefinition>>;
  transition(
    id: string,
    move: RecordMove<TDefinition>,
    options?: RequestOptions,
  ): Promise<FitsmRecord<TDefinition>>;
}
