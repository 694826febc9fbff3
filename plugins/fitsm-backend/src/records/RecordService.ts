import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  Actor,
  AnyRecordType,
  checkTransition,
  EntityLink,
  FitsmRecord,
  heldRoles,
  HistoryEntry,
  HistoryKind,
  isEmptyValue,
  listOf,
  Page,
  parseInput,
  RecordAccess,
  RecordAction,
  recordCreatePermission,
  RecordDetails,
  RecordLink,
  RecordQuery,
  RecordTypeCatalog,
  Refusal,
  Transition,
  administerPermission,
} from '@fitsm/plugin-fitsm-common';
import { RecordResource } from '@fitsm/plugin-fitsm-node';
import { createHash } from 'node:crypto';
import { EntityDirectory, EntityFacts } from '../catalog/EntityDirectory';
import { NewEntry } from '../history/chain';
import { noticesFor } from '../notices/noticesFor';
import { Outbox } from '../notices/Outbox';
import { audited } from './audited';
import {
  assertPriority,
  changesBetween,
  defaultOwner,
  GivenFields,
  nextRevision,
  withDefaults,
  withGiven,
} from './draft';
import {
  commentInput,
  deletionInput,
  idempotencyKey,
  linkInput,
  newRecordInput,
  recordChangeInput,
  recordMoveInput,
} from './inputs';
import { mentionsIn } from './mentions';
import { Caller, RecordAuthorizer, Rights } from './RecordAuthorizer';
import { cursorFrom, defaultOrder, positionFrom } from './recordOrder';
import { NewStoredRecord, RecordStore } from './RecordStore';
import { RecordTypeRegistry } from './RecordTypeRegistry';
import { entitiesOf, publicRecord, rolesOf, StoredRecord } from './rows';

const DEFAULT_LIMIT = 50;

const allActions: RecordAction[] = [
  'update',
  'transition',
  'overridePriority',
  'comment',
  'commentInternally',
  'delete',
];

/** A record that a caller may see, with what they may do with it. */
interface Opened {
  definition: AnyRecordType;
  record: StoredRecord;
  entities: EntityLink[];
  can: Record<RecordAction, boolean>;
  roles: Set<string>;
}

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
      directory: EntityDirectory;
      outbox: Outbox;
      auditor: AuditorService;
      now?: () => Date;
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
    const { order, limit, cursor, totalItems, parts, ...filter } = query;
    const types = registry.definitions.map(({ name }) => name);
    filter.type?.forEach(name => registry.get(name));
    const by = order ?? defaultOrder;
    const after = cursor ? positionFrom(cursor, by) : undefined;
    const { visible: criteria } = await authorizer.rightsOf(caller);
    const resolved = {
      ...filter,
      type: filter.type ?? types,
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

  async create(
    caller: Caller,
    input: unknown,
    key?: string,
  ): Promise<FitsmRecord> {
    const { registry, authorizer, store, directory, outbox } = this.options;
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
        const facts = await this.#lookUp(definition, {
          fields,
          owner: given.owner,
        });
        const now = this.#now();
        const context = {
          creator: personOf(caller.actor),
          now,
          ownerOf: (ref: string) => facts.get(ref)?.owner,
        };
        const filled = withDefaults(definition, fields, context);
        const owner = given.owner ?? defaultOwner(definition, filled, context);
        const record: NewStoredRecord = {
          ...nextRevision(
            definition,
            {
              id: await store.nextId(definition),
              type: definition.name,
              title: given.title,
              state: definition.lifecycle.initial,
              stateCategory: 'open',
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
            { fields: filled },
            now,
          ),
        };
        const entry: NewEntry = {
          kind: 'created',
          at: now,
          actor: caller.actor,
          changes: changesBetween({}, record),
        };
        const notices = noticesFor({
          definition,
          after: record,
          entry,
        });
        await directory.keep(
          entitiesOf(definition, record).flatMap(
            ({ entityRef }) => facts.get(entityRef) ?? [],
          ),
        );
        const result = await store.insert(
          definition,
          record,
          { entries: [entry], notices },
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
    const { store, authorizer, registry } = this.options;
    const rights = await authorizer.rightsOf(caller, allActions);
    const opened = await this.#open(caller, id, rights);
    const { definition, record, entities } = opened;
    const links = await store.linksOf(id, rights.visible);
    return {
      record: publicRecord(record),
      access: await this.#accessTo(opened),
      entities,
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
        const { definition, record, can } = await this.#open(caller, id, [
          'update',
          'overridePriority',
        ]);
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
        return this.#write(caller, definition, record, {
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
        const opened = await this.#open(caller, id, ['transition']);
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
          }) ?? (await this.#guardRefusal(definition, record, transition)),
        );
        return this.#move(caller.actor, definition, record, name, {
          given,
          reason: move.reason,
        });
      },
    );
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
    if (await this.#guardRefusal(definition, record, transition)) {
      return 'not open';
    }
    await this.#move({ kind: 'job', ref: job }, definition, record, name, {
      given: {},
    });
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
          ? [...new Set(value.map(one => (one === from ? to : one)))]
          : to;
      }
    }
    await this.#write(
      { actor: { kind: 'job', ref: job } },
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
        const { definition, record, can } = await this.#open(caller, id, [
          'delete',
        ]);
        assertCan(can.delete, `delete ${id}`);
        assertFresh(record, deletion.revision);
        const entry: NewEntry = {
          kind: 'deleted',
          at: this.#now(),
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
        const { definition, record, can } = await this.#open(caller, id, [
          'comment',
          'commentInternally',
        ]);
        assertCan(
          comment.visibility === 'internal'
            ? can.commentInternally
            : can.comment,
          `comment on ${id}`,
        );
        const entry: NewEntry = {
          kind: 'commented',
          at: this.#now(),
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
    const { can } = await this.#open(caller, id, ['commentInternally']);
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

  async link(caller: Caller, id: string, input: unknown): Promise<void> {
    await this.#changeLink(caller, id, input, 'linked');
  }

  async unlink(caller: Caller, id: string, input: unknown): Promise<void> {
    await this.#changeLink(caller, id, input, 'unlinked');
  }

  async #changeLink(
    caller: Caller,
    id: string,
    input: unknown,
    kind: 'linked' | 'unlinked',
  ): Promise<void> {
    await audited(
      this.options.auditor,
      {
        eventId: `record-${kind === 'linked' ? 'link' : 'unlink'}`,
        caller,
        id,
      },
      async () => {
        const { relation, to } = parseInput(linkInput, input);
        if (to === id) {
          throw new InputError('to: must be another record');
        }
        const rights = await this.options.authorizer.rightsOf(caller, [
          'update',
        ]);
        const here = await this.#open(caller, id, rights);
        assertCan(here.can.update, `change the links of ${id}`);
        const there = await this.#open(caller, to, rights, 'to: ');
        const direction = relationBetween(here, there, relation);
        const { source, target } = direction;
        const { label, inverse, many } =
          source.definition.relations[direction.name];
        const { store } = this.options;
        if (kind === 'linked' && !many) {
          const others = await store.linksOf(source.record.id);
          const other = others.find(
            link =>
              link.direction === 'outgoing' &&
              link.relation === direction.name &&
              link.record.id !== target.record.id,
          );
          if (other) {
            throw new ConflictError(
              `${source.record.id} has a link '${label}' already, to ${other.record.id}; remove that one first`,
            );
          }
        }
        const at = this.#now();
        const entryFor = (name: string, other: string): NewEntry => ({
          kind,
          at,
          actor: caller.actor,
          changes: {
            [name]: kind === 'linked' ? { to: other } : { from: other },
          },
        });
        const entries = {
          from: entryFor(direction.name, target.record.id),
          to: entryFor(inverse.name, source.record.id),
        };
        const act = kind === 'linked' ? store.link : store.unlink;
        const changed = await act.call(
          store,
          source.record,
          direction.name,
          target.record,
          entries,
        );
        if (!changed && kind === 'unlinked') {
          throw new NotFoundError(
            `There is no link '${relation}' from ${id} to ${to}`,
          );
        }
      },
    );
  }

  /** Reads a record for somebody; what they may not see is not there (PER-1). */
  async #open(
    caller: Caller,
    id: string,
    wanted: ReadonlyArray<RecordAction> | Rights,
    where = '',
  ): Promise<Opened> {
    const { store, registry, authorizer } = this.options;
    const missing = () =>
      new NotFoundError(
        `${where}there is no record ${id}, or you may not see it`,
      );
    if (!/^[A-Z]{2,8}-\d{1,15}$/.test(id)) {
      throw missing();
    }
    const [record, entities, rights] = await Promise.all([
      store.find(id),
      store.entityLinksOf(id),
      'decide' in wanted ? wanted : authorizer.rightsOf(caller, wanted),
    ]);
    if (!record || !registry.has(record.type)) {
      throw missing();
    }
    const { definition, process } = registry.get(record.type);
    const entityOwners = entities.flatMap(({ owner }) => owner ?? []);
    const resource: RecordResource = {
      record,
      process: process.code,
      roles: rolesOf(definition, record),
      entityOwners,
    };
    const can = rights.decide(resource);
    if (!can.read) {
      throw missing();
    }
    const roles = heldRoles(
      definition,
      record,
      {
        entityRefs: caller.claims,
        processRoles: authorizer.processRolesOf(caller, record.type),
      },
      entityOwners,
    );
    if (caller.isService) {
      // A service acts as the process does, within what its token allows.
      roles.add('process:staff').add('process:manager');
    }
    return { definition, record, entities, can, roles };
  }

  async #accessTo(opened: Opened): Promise<RecordAccess> {
    const { definition, record, can, roles } = opened;
    const leading = Object.entries(definition.lifecycle.transitions).filter(
      ([, { from, by }]) => from.includes(record.state) && by.length,
    );
    const transitions = await Promise.all(
      leading.map(async ([name, transition]) => {
        const checked = checkTransition({
          definition,
          record,
          transition: name,
          heldRoles: roles,
        });
        const fixable =
          checked?.reason === 'missingFields' ||
          checked?.reason === 'missingReason';
        const refusal: Refusal | undefined = can.transition
          ? (fixable ? undefined : checked) ??
            (await this.#guardRefusal(definition, record, transition))
          : {
              reason: 'permission',
              message: `You may not move ${record.id}.`,
            };
        return { name, ...(refusal && { refusal }) };
      }),
    );
    return { roles: [...roles].sort(), can, transitions };
  }

  async #guardRefusal(
    definition: AnyRecordType,
    record: StoredRecord,
    { guard }: Transition,
  ): Promise<Refusal | undefined> {
    if (!guard) {
      return undefined;
    }
    const { guards } = this.options.registry.get(definition.name);
    const answer = await guards[guard]({
      record: publicRecord(record),
      now: new Date(this.#now()),
    });
    return answer === true ? undefined : { reason: 'guard', message: answer };
  }

  async #move(
    actor: Actor,
    definition: AnyRecordType,
    record: StoredRecord,
    name: string,
    move: { given: GivenFields; reason?: string },
  ): Promise<FitsmRecord> {
    const transition = definition.lifecycle.transitions[name];
    const cleared = Object.fromEntries(
      (transition.clears ?? []).map(field => [field, null]),
    );
    const stamped = Object.fromEntries(
      (transition.stamps ?? []).map(field => [field, this.#now()]),
    );
    return this.#write({ actor }, definition, record, {
      state: transition.to,
      transition: name,
      reason: move.reason,
      given: { ...cleared, ...stamped, ...move.given },
    });
  }

  /** Writes the next revision of a record, where anything differs. */
  async #write(
    { actor }: { actor: Actor },
    definition: AnyRecordType,
    record: StoredRecord,
    change: {
      title?: string;
      owner?: string;
      restricted?: boolean;
      priority?: number | null;
      given: GivenFields;
      state?: string;
      transition?: string;
      reason?: string;
    },
  ): Promise<FitsmRecord> {
    const { store, directory, outbox } = this.options;
    const facts = await this.#lookUp(definition, {
      fields: change.given,
      owner: change.owner,
    });
    const now = this.#now();
    const after = nextRevision(
      definition,
      publicRecord(record),
      { ...change, fields: withGiven(record.fields, change.given) },
      now,
    );
    const changes = changesBetween(record, after);
    if (!Object.keys(changes).length && !change.transition) {
      return publicRecord(record);
    }
    const entry: NewEntry = {
      kind: change.transition ? 'moved' : 'changed',
      at: now,
      actor,
      changes,
      ...(change.transition && { transition: change.transition }),
      ...(change.reason && { reason: change.reason }),
    };
    const notices = noticesFor({
      definition,
      before: record,
      after,
      entry,
    });
    await directory.keep(
      entitiesOf(definition, after).flatMap(
        ({ entityRef }) => facts.get(entityRef) ?? [],
      ),
    );
    const written = await store.replace(definition, record, after, {
      entries: [entry],
      notices,
    });
    outbox.tell(written.outboxId, notices);
    return publicRecord(written.record);
  }

  /**
   * Facts of all people and entities that were given.
   *
   * @throws InputError that names the field of one the catalog does not have
   */
  async #lookUp(
    definition: AnyRecordType,
    given: { fields: GivenFields; owner?: string },
  ): Promise<Map<string, EntityFacts>> {
    const named = Object.entries(given.fields)
      .filter(
        ([name, value]) =>
          !isEmptyValue(value) &&
          ['person', 'entity'].includes(definition.fields[name].kind),
      )
      .map(([name, value]) => ({
        path: `fields.${name}`,
        refs: [value].flat().map(String),
      }));
    if (given.owner) {
      named.push({ path: 'owner', refs: [given.owner] });
    }
    const facts = await this.options.directory.find(
      named.flatMap(({ refs }) => refs),
    );
    for (const { path, refs } of named) {
      const unknown = refs.find(ref => !facts.has(ref));
      if (unknown) {
        throw new InputError(
          `${path}: the catalog has no ${unknown}; choose one that it has`,
        );
      }
    }
    return facts;
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

  #now(): string {
    return (this.options.now?.() ?? new Date()).toISOString();
  }
}

/** The person behind an action, where there is one. */
function personOf({ kind, ref, onBehalfOf }: Actor): string | undefined {
  return onBehalfOf ?? (kind === 'person' ? ref : undefined);
}

function authorOf(actor: Actor): string {
  return personOf(actor) ?? actor.ref;
}

function assertCan(can: boolean, what: string) {
  if (!can) {
    throw new NotAllowedError(`You may not ${what}`);
  }
}

function assertFresh(record: StoredRecord, seen: number) {
  if (record.revision !== seen) {
    throw new ConflictError(
      `revision: ${record.id} is at revision ${record.revision}, you saw ${seen}; read it again and repeat the change`,
    );
  }
}

function assertRestrictable(definition: AnyRecordType, restricted?: boolean) {
  if (restricted && !definition.restrictable) {
    throw new InputError(
      `restricted: records of the type ${definition.name} cannot be; leave it out`,
    );
  }
}

function assertOpen(refusal: Refusal | undefined) {
  if (!refusal) {
    return;
  }
  switch (refusal.reason) {
    case 'role':
    case 'permission':
      throw new NotAllowedError(refusal.message);
    case 'missingFields':
      throw new InputError(
        `${refusal.fields?.map(name => `fields.${name}`).join(', ')}: ${
          refusal.message
        }`,
      );
    case 'missingReason':
      throw new InputError(`reason: ${refusal.message}`);
    default:
      throw new ConflictError(refusal.message);
  }
}

function transitionOf(definition: AnyRecordType, name: string): Transition {
  if (!Object.hasOwn(definition.lifecycle.transitions, name)) {
    throw new NotFoundError(
      `transition: '${name}' is none of the type ${
        definition.name
      }; use ${listOf(Object.keys(definition.lifecycle.transitions))}`,
    );
  }
  return definition.lifecycle.transitions[name];
}

/** A relation by its name on either side. */
function relationBetween(here: Opened, there: Opened, relation: string) {
  const own = Object.hasOwn(here.definition.relations, relation)
    ? here.definition.relations[relation]
    : undefined;
  if (own?.to.includes(there.definition.name)) {
    return { name: relation, source: here, target: there };
  }
  const inverse = Object.entries(there.definition.relations).find(
    ([, one]) =>
      one.inverse.name === relation && one.to.includes(here.definition.name),
  );
  if (inverse) {
    return { name: inverse[0], source: there, target: here };
  }
  const possible = [
    ...Object.entries(here.definition.relations)
      .filter(([, { to }]) => to.includes(there.definition.name))
      .map(([name]) => name),
    ...Object.values(there.definition.relations)
      .filter(({ to }) => to.includes(here.definition.name))
      .map(one => one.inverse.name),
  ];
  throw new InputError(
    `relation: '${relation}' does not lead from ${here.definition.name} to ${
      there.definition.name
    }; use ${listOf(possible)}`,
  );
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
