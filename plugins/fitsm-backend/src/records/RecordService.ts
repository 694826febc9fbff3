import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  Actor,
  administerPermission,
  AnyRecordType,
  ApprovalVote,
  checkTransition,
  FieldValue,
  FitsmRecord,
  HistoryEntry,
  HistoryKind,
  Page,
  parseInput,
  RecordAction,
  recordCreatePermission,
  RecordDetails,
  RecordLink,
  RecordQuery,
  RecordTypeCatalog,
  stateCategoryOf,
} from '@fitsm/plugin-fitsm-common';
import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { EntityDirectory } from '../catalog/EntityDirectory';
import { NewEntry } from '../history/chain';
import { noticesFor } from '../notices/noticesFor';
import { Outbox } from '../notices/Outbox';
import { remindersFor } from '../notices/remindersFor';
import { approvalFor, askedAs, decisionOf } from './approvals';
import {
  assertCan,
  assertFresh,
  assertOpen,
  assertRestrictable,
  assertUnlocked,
  transitionOf,
} from './assertions';
import { audited } from './audited';
import { Circumstances } from './Circumstances';
import { choicesFrom, FieldChoice } from './choices';
import {
  assertPriority,
  assertSteps,
  changesBetween,
  defaultOwner,
  GivenFields,
  nextRevision,
  withDefaults,
  withGiven,
  withNextReview,
} from './draft';
import {
  commentInput,
  deletionInput,
  idempotencyKey,
  newRecordInput,
  recordChangeInput,
  recordMoveInput,
  voteInput,
} from './inputs';
import { gatheredRows } from './gathering';
import { LinkService } from './LinkService';
import { mentionsIn } from './mentions';
import { Caller, RecordAuthorizer } from './RecordAuthorizer';
import { cursorFrom, defaultOrder, positionFrom } from './recordOrder';
import { RecordReader } from './RecordReader';
import {
  NewStoredRecord,
  NewVote,
  OvertakenError,
  RecordStore,
} from './RecordStore';
import { RecordTypeRegistry } from './RecordTypeRegistry';
import { RecordWriter } from './RecordWriter';
import { entitiesOf, publicRecord, rolesOf, StoredRecord } from './rows';

const DEFAULT_LIMIT = 50;
/** Votes of others that may come in between. */
const VOTE_ATTEMPTS = 10;

const allActions: RecordAction[] = [
  'update',
  'transition',
  'overridePriority',
  'comment',
  'commentInternally',
  'vote',
  'delete',
];

/**
 * The one door to records: whoever reads or writes them, over HTTP, as an
 * agent or in a job, comes through here. Each method authorises, validates,
 * guards, writes record and history in one commit, then tells the world.
 */
export class RecordService {
  constructor(
    private readonly options: {
      store: RecordStore;
      registry: RecordTypeRegistry;
      authorizer: RecordAuthorizer;
      reader: RecordReader;
      circumstances: Circumstances;
      links: LinkService;
      writer: RecordWriter;
      directory: EntityDirectory;
      outbox: Outbox;
      auditor: AuditorService;
    },
  ) {}

  /** @param agent - the tool through which somebody acts, where it is one */
  async callerOf(
    credentials: BackstageCredentials,
    agent?: string,
  ): Promise<Caller> {
    return this.options.authorizer.callerOf(credentials, agent);
  }

  async recordTypes(caller: Caller): Promise<RecordTypeCatalog> {
    const { registry, authorizer } = this.options;
    const { definitions } = registry;
    const [canAdminister, ...canCreate] = await authorizer.allowed(caller, [
      administerPermission,
      ...definitions.map(({ name }) => recordCreatePermission(name)),
    ]);
    return {
      canAdminister,
      processes: registry.processes.map(process => ({
        ...process,
        recordTypes: process.recordTypes.map(({ name }) => name),
      })),
      recordTypes: definitions.map((definition, index) => ({
        definition,
        canCreate: canCreate[index],
        ...registry.get(definition.name).schemas,
      })),
    };
  }

  async query(caller: Caller, query: RecordQuery): Promise<Page<FitsmRecord>> {
    const { store, authorizer, registry, directory } = this.options;
    const { order, limit, cursor, totalItems, parts, choice, ...filter } =
      query;
    const types = registry.definitions.map(({ name }) => name);
    filter.type?.forEach(name => registry.get(name));
    const by = order ?? defaultOrder;
    const after = cursor ? positionFrom(cursor, by) : undefined;
    const { visible: criteria } = await authorizer.rightsOf(caller);
    const resolved = {
      ...filter,
      type: filter.type ?? types,
      ...(choice && { choices: this.#choices(filter.type, choice) }),
      ...(filter.awaiting && {
        awaiting: await this.#awaiting(caller, filter.awaiting),
      }),
      ...(filter.entity &&
        parts && { entity: await directory.withParts(filter.entity) }),
    };
    const [page, total] = await Promise.all([
      store.list({
        filter: resolved,
        criteria,
        order: by,
        limit: limit ?? DEFAULT_LIMIT,
        after,
      }),
      totalItems === 'include'
        ? store.count({ filter: resolved, criteria })
        : undefined,
    ]);
    return {
      items: page.records.map(publicRecord),
      ...(total !== undefined && { totalItems: total }),
      pageInfo: {
        ...(page.next && { nextCursor: cursorFrom(page.next, by) }),
      },
    };
  }

  /** The fields with what there is to talk about, where nobody gave it. */
  async #withGathered(
    caller: Caller,
    { gathers }: AnyRecordType,
    filled: Record<string, FieldValue>,
    given: GivenFields,
  ): Promise<Record<string, FieldValue>> {
    if (!gathers || gathers.rows in given) {
      return filled;
    }
    const { store, registry, authorizer } = this.options;
    const { visible } = await authorizer.rightsOf(caller);
    const rows = await gatheredRows({
      store,
      gathers,
      visible,
      definitionOf: type =>
        registry.has(type) ? registry.get(type).definition : undefined,
      since: filled[gathers.since] as string | undefined,
    });
    return { ...filled, [gathers.rows]: rows };
  }

  #choices(types: string[] = [], choice: string[]): FieldChoice[] {
    const [type, ...others] = types;
    if (!type || others.length) {
      throw new InputError(
        'choice: fields belong to a type; name exactly one as type',
      );
    }
    return choicesFrom(this.options.registry.get(type).definition, choice);
  }

  /** Whose votes are meant: with oneself, also those whose deputy one is. */
  async #awaiting(caller: Caller, refs: string[]): Promise<string[]> {
    return refs.includes(caller.actor.ref)
      ? [...new Set([...refs, ...(await this.options.reader.voteRefs(caller))])]
      : refs;
  }

  async create(
    caller: Caller,
    input: unknown,
    key?: string,
  ): Promise<FitsmRecord> {
    const { registry, authorizer, store, directory, outbox, writer } =
      this.options;
    const given = parseInput(newRecordInput, input);
    const { definition, validators } = registry.get(given.type);
    const one = definition.label.one.toLocaleLowerCase('en');
    return audited(
      this.options.auditor,
      { eventId: 'record-create', caller, type: definition.name },
      async () => {
        await authorizer.require(
          caller,
          recordCreatePermission(definition.name),
          `create records of the type ${one}`,
        );
        const fields = parseInput(
          validators.create,
          given.fields ?? {},
          'fields',
        ) as GivenFields;
        assertRestrictable(definition, given.restricted);
        assertSteps(definition, fields);
        const facts = await writer.lookUp(definition, {
          fields,
          owner: given.owner,
        });
        const now = writer.now();
        const context = {
          creator: personOf(caller.actor),
          now,
          ownerOf: (ref: string) => facts.get(ref)?.owner,
        };
        const filled = await this.#withGathered(
          caller,
          definition,
          withDefaults(definition, fields, context),
          fields,
        );
        const owner = given.owner ?? defaultOwner(definition, filled, context);
        const record: NewStoredRecord = {
          ...nextRevision(
            definition,
            {
              id: await store.nextId(definition),
              type: definition.name,
              title: given.title,
              state: definition.lifecycle.initial,
              stateCategory: stateCategoryOf(
                definition,
                definition.lifecycle.initial,
              ),
              stateSince: now,
              owner,
              priorityOverridden: false,
              fields: {},
              restricted: given.restricted ?? false,
              revision: 0,
              createdAt: now,
              createdBy: authorOf(caller.actor),
              updatedAt: now,
            },
            {
              fields: withNextReview(definition, {
                state: definition.lifecycle.initial,
                fields: filled,
                given: fields,
                now,
              }),
            },
            now,
          ),
        };
        const entry: NewEntry = {
          kind: 'created',
          at: now,
          actor: caller.actor,
          changes: changesBetween({}, record),
        };
        const links = await this.options.links.ofNew(
          caller,
          { definition, record },
          given.links ?? [],
          now,
        );
        const rounds = await writer.roundChange(definition, record);
        const notices = noticesFor({
          definition,
          after: record,
          entry,
          asks: rounds?.asks,
        });
        await directory.keep(
          entitiesOf(definition, record).flatMap(
            ({ entityRef }) => facts.get(entityRef) ?? [],
          ),
        );
        const result = await store.insert(
          definition,
          record,
          {
            entries: [entry, ...links.map(link => link.ownEntry)],
            notices,
            rounds,
            links,
          },
          key === undefined
            ? undefined
            : {
                principal: authorOf(caller.actor),
                key: parseInput(idempotencyKey, key, 'Idempotency-Key'),
                requestHash: createHash('sha256')
                  .update(JSON.stringify(given))
                  .digest('hex'),
              },
        );
        if (!result.repeated) {
          outbox.tell(result.outboxId, notices);
        }
        return publicRecord(result.record);
      },
    );
  }

  async get(caller: Caller, id: string): Promise<RecordDetails> {
    const { store, authorizer, registry, reader } = this.options;
    const rights = await authorizer.rightsOf(caller, allActions);
    const opened = await reader.open(caller, id, rights);
    const { definition, record, entities } = opened;
    const [links, approvals] = await Promise.all([
      store.linksOf(id, rights.visible),
      store.roundsOf(definition, id),
    ]);
    return {
      record: publicRecord(record),
      access: await reader.accessTo(caller, opened, approvals),
      entities,
      approvals,
      links: links.map(({ relation, direction, record: other }) =>
        linkFrom(
          direction === 'outgoing'
            ? definition
            : registry.get(other.type).definition,
          relation,
          direction,
          other,
        ),
      ),
    };
  }

  async update(
    caller: Caller,
    id: string,
    input: unknown,
  ): Promise<FitsmRecord> {
    return audited(
      this.options.auditor,
      { eventId: 'record-update', caller, id },
      async () => {
        const change = parseInput(recordChangeInput, input);
        const { definition, record, can } = await this.options.reader.open(
          caller,
          id,
          ['update', 'overridePriority'],
        );
        assertCan(can.update, `change ${id}`);
        assertFresh(record, change.revision);
        if (change.priority !== undefined) {
          assertCan(can.overridePriority, `override the priority of ${id}`);
          if (change.priority !== null) {
            assertPriority(definition, change.priority);
          }
          if (!change.reason) {
            throw new InputError(
              'reason: is required to override a priority; say why, in a sentence',
            );
          }
        }
        assertRestrictable(definition, change.restricted);
        const fields = parseInput(
          this.options.registry.get(record.type).validators.change,
          change.fields ?? {},
          'fields',
        ) as GivenFields;
        if (change.title !== undefined || Object.keys(fields).length) {
          assertUnlocked(definition, record);
        }
        return this.options.writer.change(caller.actor, definition, record, {
          ...change,
          given: fields,
        });
      },
    );
  }

  async transition(
    caller: Caller,
    id: string,
    name: string,
    input: unknown,
  ): Promise<FitsmRecord> {
    return audited(
      this.options.auditor,
      { eventId: 'record-transition', caller, id },
      async () => {
        const move = parseInput(recordMoveInput, input);
        const opened = await this.options.reader.open(caller, id, [
          'transition',
        ]);
        const { definition, record, can, roles } = opened;
        const transition = transitionOf(definition, name);
        assertCan(can.transition, `move ${id}`);
        assertFresh(record, move.revision);
        const given = parseInput(
          this.options.registry.get(record.type).validators.change,
          move.fields ?? {},
          'fields',
        ) as GivenFields;
        const asked = [
          ...(transition.needs ?? []),
          ...(transition.offers ?? []),
        ];
        const unasked = Object.keys(given).find(
          field => !asked.includes(field),
        );
        if (unasked) {
          throw new InputError(
            `fields.${unasked}: cannot be given with '${transition.label}'; change the record first`,
          );
        }
        assertOpen(
          checkTransition({
            definition,
            record,
            transition: name,
            heldRoles: roles,
            given,
            reason: move.reason,
          }) ??
            (await this.options.circumstances.refusal(
              definition,
              { ...record, fields: withGiven(record.fields, given) },
              name,
            )),
        );
        return this.options.writer.move(
          caller.actor,
          definition,
          record,
          name,
          {
            given,
            reason: move.reason,
          },
        );
      },
    );
  }

  /**
   * Votes on what a record holds (APP-1). The vote that decides moves the
   * record in the same commit.
   */
  async vote(caller: Caller, id: string, input: unknown): Promise<FitsmRecord> {
    return audited(
      this.options.auditor,
      { eventId: 'record-vote', caller, id, severityLevel: 'high' },
      async () => {
        const given = parseInput(voteInput, input);
        if (given.vote === 'refuse' && !given.reason) {
          throw new InputError(
            'reason: is required to refuse; say why, in a sentence',
          );
        }
        for (let attempt = 1; ; attempt += 1) {
          try {
            return await this.#castVote(caller, id, given);
          } catch (error) {
            // Somebody else did something at the same time: it may decide.
            if (
              attempt === VOTE_ATTEMPTS ||
              !(error instanceof OvertakenError)
            ) {
              throw error;
            }
          }
        }
      },
    );
  }

  async #castVote(
    caller: Caller,
    id: string,
    given: z.infer<typeof voteInput>,
  ): Promise<FitsmRecord> {
    const { store, reader, circumstances, writer, outbox } = this.options;
    const opened = await reader.open(caller, id, ['vote']);
    const { definition, record, can } = opened;
    assertCan(can.vote, `vote on ${id}`);
    assertFresh(record, given.revision);
    const rounds = await store.roundsOf(definition, id);
    const refusal = await reader.voteRefusal(caller, opened, rounds);
    if (refusal) {
      throw refusal;
    }
    const [round] = rounds;
    const approval = approvalFor(definition, record)!;
    const voter = caller.actor.ref;
    const asked = askedAs(round, await reader.voteRefs(caller), voter)!;
    const at = writer.now();
    const vote: ApprovalVote = {
      voter,
      asked,
      vote: given.vote,
      at,
      ...(given.reason && { reason: given.reason }),
    };
    const entry: NewEntry = {
      kind: 'voted',
      at,
      actor: caller.actor,
      changes: { [round.approval]: { to: given.vote } },
      ...(given.reason && { reason: given.reason }),
    };
    const cast: NewVote = {
      ...vote,
      round: round.round,
      closesAsking:
        asked.startsWith('user:') || typeof approval.rule !== 'number',
    };
    const decided = decisionOf(approval, {
      asked: round.asked,
      votes: [...round.votes, vote],
    });
    if (decided) {
      const name =
        decided === 'approved' ? approval.approves : approval.refuses;
      assertOpen(await circumstances.refusal(definition, record, name));
      return writer.move(caller.actor, definition, record, name, {
        given: {},
        reason: given.reason,
        vote: { cast, entry, decided },
      });
    }
    const { history: _, ...after } = record;
    const notices = noticesFor({ definition, before: record, after, entry });
    const { outboxId } = await store.append(record, {
      entries: [entry],
      notices,
      vote: cast,
    });
    outbox.tell(outboxId, notices);
    return publicRecord(record);
  }

  /** Moves a record by a transition that happens by itself (TRN-1). */
  async transitionBySchedule(
    job: string,
    id: string,
    name: string,
  ): Promise<'moved' | 'not open'> {
    const record = await this.options.store.find(id);
    if (!record) {
      return 'not open';
    }
    const { definition } = this.options.registry.get(record.type);
    const transition = definition.lifecycle.transitions[name];
    if (!transition?.automatic || !transition.from.includes(record.state)) {
      return 'not open';
    }
    if (await this.options.circumstances.refusal(definition, record, name)) {
      return 'not open';
    }
    await this.options.writer.move(
      { kind: 'job', ref: job },
      definition,
      record,
      name,
      { given: {} },
    );
    return 'moved';
  }

  /** Gives an entity that was renamed its new name in a record (LNK-1). */
  async renameEntity(
    job: string,
    id: string,
    from: string,
    to: string,
  ): Promise<void> {
    const record = await this.options.store.find(id);
    if (!record) {
      return;
    }
    const { definition } = this.options.registry.get(record.type);
    const given: GivenFields = {};
    for (const { field, entityRef } of entitiesOf(definition, record)) {
      if (entityRef === from) {
        const value = record.fields[field];
        given[field] = Array.isArray(value)
          ? [...new Set(value.map(one => (one === from ? to : String(one))))]
          : to;
      }
    }
    await this.options.writer.change(
      { kind: 'job', ref: job },
      definition,
      record,
      { given, reason: `${from} was renamed` },
    );
  }

  async delete(caller: Caller, id: string, input: unknown): Promise<void> {
    await audited(
      this.options.auditor,
      { eventId: 'record-delete', caller, id, severityLevel: 'high' },
      async () => {
        const deletion = parseInput(deletionInput, input);
        const { store, outbox } = this.options;
        const { definition, record, can } = await this.options.reader.open(
          caller,
          id,
          ['delete'],
        );
        assertCan(can.delete, `delete ${id}`);
        assertFresh(record, deletion.revision);
        const entry: NewEntry = {
          kind: 'deleted',
          at: this.options.writer.now(),
          actor: caller.actor,
          changes: {},
          reason: deletion.reason,
        };
        const { history: _, ...after } = record;
        const notices = noticesFor({
          definition,
          before: record,
          after,
          entry,
        });
        const { outboxId } = await store.remove(record, {
          entries: [entry],
          notices,
        });
        outbox.tell(outboxId, notices);
      },
    );
  }

  async comment(
    caller: Caller,
    id: string,
    input: unknown,
  ): Promise<HistoryEntry> {
    return audited(
      this.options.auditor,
      { eventId: 'record-comment', caller, id },
      async () => {
        const comment = parseInput(commentInput, input);
        const { store, outbox } = this.options;
        const { definition, record, can } = await this.options.reader.open(
          caller,
          id,
          ['comment', 'commentInternally'],
        );
        assertCan(
          comment.visibility === 'internal'
            ? can.commentInternally
            : can.comment,
          `comment on ${id}`,
        );
        const entry: NewEntry = {
          kind: 'commented',
          at: this.options.writer.now(),
          actor: caller.actor,
          changes: {},
          comment,
        };
        const { history: _, ...after } = record;
        const notices = noticesFor({
          definition,
          before: record,
          after,
          entry,
          mentioned: await this.#mentioned(definition, record, comment.body),
        });
        const { entries, outboxId } = await store.append(record, {
          entries: [entry],
          notices,
        });
        outbox.tell(outboxId, notices);
        return entries[0];
      },
    );
  }

  async history(
    caller: Caller,
    id: string,
    query: { kind?: HistoryKind[]; limit?: number; cursor?: string },
  ): Promise<Page<HistoryEntry>> {
    const { can } = await this.options.reader.open(caller, id, [
      'commentInternally',
    ]);
    const limit = query.limit ?? DEFAULT_LIMIT;
    if (query.cursor !== undefined && !/^[1-9]\d{0,8}$/.test(query.cursor)) {
      throw new InputError(
        'cursor: is none that a history gave; leave it out to begin anew',
      );
    }
    const entries = await this.options.store.history({
      id,
      kinds: query.kind,
      withoutInternal: !can.commentInternally,
      before: query.cursor ? Number(query.cursor) : undefined,
      limit: limit + 1,
    });
    const items = entries.slice(0, limit);
    return {
      items,
      pageInfo: {
        ...(entries.length > limit && {
          nextCursor: String(items[items.length - 1].sequence),
        }),
      },
    };
  }

  /** Tells people, once, that something about a record is due. */
  async remind(id: string, timer: string): Promise<void> {
    const { store, registry, authorizer, outbox } = this.options;
    const record = await store.find(id);
    if (!record || !registry.has(record.type)) {
      await store.dropTimer(id, timer);
      return;
    }
    const { definition, process } = registry.get(record.type);
    const rounds = await store.roundsOf(definition, id);
    const notices = remindersFor({
      definition,
      record,
      timer,
      round: rounds[0],
      managers: authorizer.holdersOf(process.code, 'manager'),
    });
    outbox.tell(await store.dropTimer(id, timer, notices), notices);
  }

  /** People named in a comment who exist, and may know of the record. */
  async #mentioned(
    definition: AnyRecordType,
    record: StoredRecord,
    body: string,
  ): Promise<string[]> {
    const refs = mentionsIn(body);
    if (!refs.length) {
      return [];
    }
    const facts = await this.options.directory.find(refs);
    const involved = rolesOf(definition, record).map(({ holder }) => holder);
    return refs.filter(
      ref => facts.has(ref) && (!record.restricted || involved.includes(ref)),
    );
  }
}

/** The person behind an action, where there is one. */
function personOf({ kind, ref, onBehalfOf }: Actor): string | undefined {
  return onBehalfOf ?? (kind === 'person' ? ref : undefined);
}

function authorOf(actor: Actor): string {
  return personOf(actor) ?? actor.ref;
}

function linkFrom(
  source: AnyRecordType,
  relation: string,
  direction: RecordLink['direction'],
  { id, type, title, state, stateCategory, priority }: StoredRecord,
): RecordLink {
  const { label, inverse } = source.relations[relation];
  return {
    relation: direction === 'outgoing' ? relation : inverse.name,
    direction,
    label: direction === 'outgoing' ? label : inverse.label,
    record: { id, type, title, state, stateCategory, priority },
  };
}
