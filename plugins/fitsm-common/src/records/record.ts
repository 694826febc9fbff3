import {
  AnyRecordType,
  FieldsOf,
  StateCategory,
  StateOf,
} from '../engine/defineRecordType';
import { Refusal } from '../engine/checkTransition';
import { RecordAction } from '../engine/permissions';

/**
 * A record, as it is kept and sent (REC-1). Instants are ISO 8601 in UTC,
 * people and entities full entity references.
 *
 * @public
 */
export interface FitsmRecord<
  TDefinition extends AnyRecordType = AnyRecordType,
> {
  /** `INC-42`; it never changes and never comes again. */
  id: string;
  type: TDefinition['name'];
  title: string;
  state: StateOf<TDefinition>;
  stateCategory: StateCategory;
  /** Since when it is in its state. */
  stateSince: string;
  /** The one User or Group that is accountable. */
  owner: string;
  /** 1 is the highest; absent where the type or the record has none. */
  priority?: number;
  /** Somebody set the priority by hand: the matrix no longer moves it. */
  priorityOverridden: boolean;
  fields: FieldsOf<TDefinition>;
  /** Only those involved may see it (PER-1). */
  restricted: boolean;
  /** Counts the changes; a write names the one that it saw (REC-2). */
  revision: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  closedAt?: string;
  /** Where an imported record came from. */
  source?: { system: string; id: string };
}

/** @public */
export type ActorKind = 'person' | 'service' | 'job' | 'agent';

/** Who did something (HIS-1). @public */
export interface Actor {
  kind: ActorKind;
  /** `user:default/ada`, the name of a service, or that of a job. */
  ref: string;
  /** For whom a service or an agent acted. */
  onBehalfOf?: string;
}

/** What one field was and became; absent means empty. @public */
export interface FieldChange {
  from?: unknown;
  to?: unknown;
}

/** @public */
export type HistoryKind =
  | 'created'
  | 'changed'
  | 'moved'
  | 'linked'
  | 'unlinked'
  | 'commented'
  | 'voted'
  | 'imported'
  | 'deleted';

/** One entry of the append-only history of a record (HIS-1). @public */
export interface HistoryEntry {
  recordId: string;
  /** 1, 2, 3 ... within the record. */
  sequence: number;
  kind: HistoryKind;
  at: string;
  actor: Actor;
  /** The name of the transition, where the entry is `moved`. */
  transition?: string;
  /** By field; `title`, `state`, `owner`, `priority` ... are among them. */
  changes: Record<string, FieldChange>;
  reason?: string;
  comment?: { body: string; visibility: CommentVisibility };
  /** SHA-256 over this entry and the hash of the one before. */
  hash: string;
}

/**
 * `internal` comments are for those who work on the record, `requester` ones
 * for everybody who sees it.
 *
 * @public
 */
export type CommentVisibility = 'internal' | 'requester';

/** A link to another record, as it is named from this side (LNK-1). @public */
export interface RecordLink {
  relation: string;
  /** From the record to the other one, or the inverse. */
  direction: 'outgoing' | 'incoming';
  label: string;
  /** The other record, so far as a link shows it. */
  record: Pick<
    FitsmRecord,
    'id' | 'type' | 'title' | 'state' | 'stateCategory' | 'priority'
  >;
}

/** An entity of the catalog that a record names. @public */
export interface EntityLink {
  field: string;
  entityRef: string;
  title?: string;
  owner?: string;
  /** Since when the catalog does not have it any more. */
  goneSince?: string;
}

/** How a round of votes ended. @public */
export type ApprovalOutcome =
  | 'approved'
  | 'refused'
  /** The record left the state in which votes are asked for. */
  | 'withdrawn'
  /** What was voted on was changed: a new round began. */
  | 'changed';

/** One vote, with the person or group who was asked for it. @public */
export interface ApprovalVote {
  voter: string;
  asked: string;
  vote: 'approve' | 'refuse';
  reason?: string;
  at: string;
}

/** Votes on what a record held at one revision (APP-1). @public */
export interface ApprovalRound {
  round: number;
  /** The name of the approval in the definition. */
  approval: string;
  label: string;
  /** The revision that is voted on. */
  revision: number;
  askedAt: string;
  dueAt: string;
  /** People and groups who were asked. */
  asked: string[];
  votes: ApprovalVote[];
  closedAt?: string;
  outcome?: ApprovalOutcome;
}

/** What the person who asked may do with a record. @public */
export interface RecordAccess {
  /** Roles held on the record; see `heldRoles`. */
  roles: string[];
  can: Record<RecordAction, boolean>;
  /**
   * Every transition that leads out of the present state, with the reason why
   * it is not open. Missing fields are no reason here: they can be filled in.
   */
  transitions: Array<{ name: string; refusal?: Refusal }>;
  /** Whether the record waits for their vote. */
  vote: boolean;
}

/** A record with all that its page needs. @public */
export interface RecordDetails<
  TDefinition extends AnyRecordType = AnyRecordType,
> {
  record: FitsmRecord<TDefinition>;
  access: RecordAccess;
  links: RecordLink[];
  entities: EntityLink[];
  /** Rounds of votes, the newest first. */
  approvals: ApprovalRound[];
}
