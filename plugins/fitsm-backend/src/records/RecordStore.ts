import {
  AnyRecordType,
  ApprovalRound,
  ApprovalVote,
  EntityLink,
  HistoryEntry,
  HistoryKind,
  RecordLink,
} from '@fitsm/plugin-fitsm-common';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { NewEntry } from '../history/chain';
import { Notices } from '../notices/notices';
import { RoundChange } from './approvals';
import { RecordCriteria } from './conditionSql';
import { ResolvedFilter } from './filterSql';
import { Order, Position } from './recordOrder';
import { StoredRecord } from './rows';

/** A record before its history begins. */
export type NewStoredRecord = Omit<StoredRecord, 'history'>;

/** A vote, and whether who was asked for it needs to be asked no more. */
export interface NewVote extends ApprovalVote {
  round: number;
  closesAsking: boolean;
}

/** What is written together with a record (REC-3). */
export interface Accompaniment {
  entries: ReadonlyArray<NewEntry>;
  /** Told after the commit; kept in the outbox until they were. */
  notices?: Notices;
  vote?: NewVote;
  rounds?: RoundChange;
}

/** A link that is made with a new record; `other` is the record beside it. */
export interface NewLink {
  from: string;
  relation: string;
  to: string;
  other: StoredRecord;
  entry: NewEntry;
}

/** A change was made for a revision that is not the newest (REC-2). */
export class StaleError extends ConflictError {
  // Over HTTP it is a conflict, whose code says which.
  name = 'ConflictError' as const;
  readonly code = 'StaleRevision';
}

/** Another change came first, at the same moment: trying again may help. */
export class OvertakenError extends StaleError {}

/** A record before and after a change. */
export interface Replacement {
  definition: AnyRecordType;
  before: StoredRecord;
  after: NewStoredRecord;
  accompaniment: Accompaniment;
}

/** A record of another time with its whole history, for imports. */
export interface PastRecord {
  definition: AnyRecordType;
  record: NewStoredRecord;
  entries: ReadonlyArray<NewEntry>;
}

export interface ListOptions {
  filter: ResolvedFilter;
  /** What the reader may see; everything where left out. */
  criteria?: RecordCriteria;
  order: Order;
  limit: number;
  after?: Position;
}

/** Keeps records, their links and their history. */
export interface RecordStore {
  /** An id that never came before and never comes again (REC-1). */
  nextId(definition: AnyRecordType): Promise<string>;

  find(id: string): Promise<StoredRecord | undefined>;
  findMany(ids: ReadonlyArray<string>): Promise<StoredRecord[]>;

  /** One more than `limit` are looked for: `next` says where to go on. */
  list(
    options: ListOptions,
  ): Promise<{ records: StoredRecord[]; next?: Position }>;
  count(options: Pick<ListOptions, 'filter' | 'criteria'>): Promise<number>;

  /**
   * Inserts a record in one commit with its history (REC-3). With an
   * idempotency key that was used before, answers with what that made (REC-4).
   *
   * @throws ConflictError where the key came with another request
   */
  insert(
    definition: AnyRecordType,
    record: NewStoredRecord,
    accompaniment: Accompaniment & { links?: ReadonlyArray<NewLink> },
    idempotency?: { principal: string; key: string; requestHash: string },
  ): Promise<{ record: StoredRecord; repeated: boolean; outboxId?: string }>;

  /**
   * Replaces records by their next revisions, in one commit.
   *
   * @throws ConflictError where another change came first (REC-2)
   */
  replace(
    changes: ReadonlyArray<Replacement>,
  ): Promise<Array<{ record: StoredRecord; outboxId?: string }>>;

  /**
   * Adds to the history without a new revision: comments and votes.
   *
   * @throws ConflictError where there is a vote, and another entry came first:
   * it may decide
   */
  append(
    record: StoredRecord,
    accompaniment: Accompaniment,
  ): Promise<{ entries: HistoryEntry[]; outboxId?: string }>;

  /** Removes a record; its history stays, with a tombstone (REC-5). */
  remove(
    record: StoredRecord,
    accompaniment: Accompaniment,
  ): Promise<{ outboxId?: string }>;

  /**
   * Ends a timer, and keeps what is to be told with it; answers nothing where
   * another backend was first.
   */
  dropTimer(
    id: string,
    timer: string,
    notices?: Notices,
  ): Promise<string | undefined>;

  /** Links two records, in the history of both; answers false where they were. */
  link(
    from: StoredRecord,
    relation: string,
    to: StoredRecord,
    entries: { from: NewEntry; to: NewEntry },
  ): Promise<boolean>;
  /** The opposite of `link`; answers false where there was no such link. */
  unlink(
    from: StoredRecord,
    relation: string,
    to: StoredRecord,
    entries: { from: NewEntry; to: NewEntry },
  ): Promise<boolean>;
  /** Links to records that meet the criteria. */
  linksOf(
    id: string,
    criteria?: RecordCriteria,
  ): Promise<
    Array<{
      relation: string;
      direction: RecordLink['direction'];
      record: StoredRecord;
    }>
  >;

  /** Rounds of votes, the newest first. */
  roundsOf(definition: AnyRecordType, id: string): Promise<ApprovalRound[]>;

  entityLinksOf(id: string): Promise<EntityLink[]>;

  /** Newest first. */
  history(options: {
    id: string;
    kinds?: HistoryKind[];
    /** Leaves out what requesters do not see. */
    withoutInternal: boolean;
    before?: number;
    limit: number;
  }): Promise<HistoryEntry[]>;

  /** Inserts records with all their past, in bulk, in a transaction. */
  insertMany(
    transaction: Knex.Transaction,
    past: ReadonlyArray<PastRecord>,
  ): Promise<void>;
}
