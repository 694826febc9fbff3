import { InputError } from '@backstage/errors';
import {
  Actor,
  AnyRecordType,
  checkTransition,
  Field,
  FieldValue,
  FitsmRecord,
  isEmptyValue,
  RowValue,
} from '@fitsm/plugin-fitsm-common';
import { FitsmRoles } from '@fitsm/plugin-fitsm-node';
import { EntityDirectory, EntityFacts } from '../catalog/EntityDirectory';
import { NewEntry } from '../history/chain';
import { Notices } from '../notices/notices';
import { noticesFor } from '../notices/noticesFor';
import { Outbox } from '../notices/Outbox';
import { Circumstances } from './Circumstances';
import { RoundChange, roundChangeFor } from './approvals';
import {
  assertSteps,
  changesBetween,
  GivenFields,
  nextRevision,
  withGiven,
  withNextReview,
} from './draft';
import {
  NewStoredRecord,
  NewVote,
  RecordStore,
  Replacement,
} from './RecordStore';
import { RecordTypeRegistry } from './RecordTypeRegistry';
import { entitiesOf, publicRecord, StoredRecord } from './rows';

/** What is to be different in the next revision of a record. */
export interface Change {
  title?: string;
  owner?: string;
  restricted?: boolean;
  priority?: number | null;
  given: GivenFields;
  reason?: string;
  transition?: string;
  /** The vote that brings it about, with its entry of the history. */
  vote?: { cast: NewVote; entry: NewEntry; decided: 'approved' | 'refused' };
}

/**
 * Writes the next revisions of records, with all that goes with them in one
 * commit: history, links, timers, rounds of votes, and what a transition moves
 * besides. It asks nobody for permission: that is the service's business.
 */
export class RecordWriter {
  constructor(
    private readonly options: {
      store: RecordStore;
      registry: RecordTypeRegistry;
      circumstances: Circumstances;
      roles: FitsmRoles;
      directory: EntityDirectory;
      outbox: Outbox;
      now?: () => Date;
    },
  ) {}

  /** Moves a record by a transition that is open. */
  async move(
    actor: Actor,
    definition: AnyRecordType,
    record: StoredRecord,
    name: string,
    change: Omit<Change, 'transition'>,
  ): Promise<FitsmRecord> {
    const moves = definition.lifecycle.transitions[name].moves;
    const main = await this.#moved(actor, definition, record, name, change);
    const others = moves ? await this.#movedToo(actor, record, moves) : [];
    return this.#commit([main, ...others]);
  }

  /** Writes a change that is no transition, where anything differs. */
  async change(
    actor: Actor,
    definition: AnyRecordType,
    record: StoredRecord,
    change: Omit<Change, 'transition'>,
  ): Promise<FitsmRecord> {
    const replacement = await this.#replacement(
      actor,
      definition,
      record,
      change,
    );
    return Object.keys(replacement.accompaniment.entries[0].changes).length
      ? this.#commit([replacement])
      : publicRecord(record);
  }

  async #commit(changes: Replacement[]): Promise<FitsmRecord> {
    const { store, outbox } = this.options;
    const written = await store.replace(changes);
    written.forEach(({ outboxId }, index) =>
      outbox.tell(outboxId, changes[index].accompaniment.notices),
    );
    return publicRecord(written[0].record);
  }

  async #moved(
    actor: Actor,
    definition: AnyRecordType,
    record: StoredRecord,
    name: string,
    change: Omit<Change, 'transition'>,
  ): Promise<Replacement> {
    const transition = definition.lifecycle.transitions[name];
    const now = this.now();
    const cleared = Object.fromEntries(
      (transition.clears ?? []).map(field => [field, null]),
    );
    const stamped = Object.fromEntries(
      (transition.stamps ?? []).map(field => [field, now]),
    );
    return this.#replacement(actor, definition, record, {
      ...change,
      transition: name,
      given: { ...cleared, ...stamped, ...change.given },
    });
  }

  /** What a transition moves besides, so far as that is open there. */
  async #movedToo(
    actor: Actor,
    record: StoredRecord,
    { relation, transition: name }: { relation: string; transition: string },
  ): Promise<Replacement[]> {
    const { store, registry, circumstances } = this.options;
    const reason = `With ${record.id}`;
    const replacements: Replacement[] = [];
    for (const link of await store.linksOf(record.id)) {
      if (!registry.has(link.record.type)) continue;
      const { definition } = registry.get(link.record.type);
      const calledHere =
        link.direction === 'outgoing'
          ? link.relation
          : definition.relations[link.relation]?.inverse.name;
      const transition = Object.hasOwn(definition.lifecycle.transitions, name)
        ? definition.lifecycle.transitions[name]
        : undefined;
      if (calledHere !== relation || !transition) continue;
      const refusal =
        checkTransition({
          definition,
          record: link.record,
          transition: name,
          heldRoles: new Set(transition.by),
          reason,
        }) ?? (await circumstances.refusal(definition, link.record, name));
      if (!refusal) {
        replacements.push(
          await this.#moved(actor, definition, link.record, name, {
            given: {},
            reason,
          }),
        );
      }
    }
    return replacements;
  }

  async #replacement(
    actor: Actor,
    definition: AnyRecordType,
    record: StoredRecord,
    change: Change,
  ): Promise<Replacement> {
    const { directory } = this.options;
    const facts = await this.lookUp(definition, {
      fields: change.given,
      owner: change.owner,
    });
    assertSteps(definition, change.given);
    const now = this.now();
    const transition =
      change.transition === undefined
        ? undefined
        : definition.lifecycle.transitions[change.transition];
    const state = transition?.to ?? record.state;
    const after = nextRevision(
      definition,
      publicRecord(record),
      {
        ...change,
        state,
        fields: withNextReview(definition, {
          before: record.state,
          state,
          transition: change.transition,
          fields: withGiven(record.fields, change.given),
          given: change.given,
          now,
        }),
      },
      now,
    );
    const entry: NewEntry = {
      kind: transition ? 'moved' : 'changed',
      at: now,
      actor,
      changes: changesBetween(record, after),
      ...(change.transition && { transition: change.transition }),
      ...(change.reason && { reason: change.reason }),
    };
    const rounds = await this.roundChange(definition, after, {
      before: record,
      decided: change.vote?.decided,
    });
    const notices: Notices = noticesFor({
      definition,
      before: record,
      after,
      entry,
      asks: rounds?.asks,
    });
    await directory.keep(
      entitiesOf(definition, after).flatMap(
        ({ entityRef }) => facts.get(entityRef) ?? [],
      ),
    );
    return {
      definition,
      before: record,
      after,
      accompaniment: {
        entries: change.vote ? [change.vote.entry, entry] : [entry],
        notices,
        rounds,
        vote: change.vote?.cast,
      },
    };
  }

  /** What becomes of the votes on a record (APP-1). */
  async roundChange(
    definition: AnyRecordType,
    after: NewStoredRecord,
    of: { before?: StoredRecord; decided?: 'approved' | 'refused' } = {},
  ): Promise<RoundChange | undefined> {
    if (!definition.approvals) {
      return undefined;
    }
    const { registry, roles, directory } = this.options;
    const process = registry.get(definition.name).process.code;
    const entities = await directory.find(
      entitiesOf(definition, after).map(({ entityRef }) => entityRef),
    );
    return roundChangeFor({
      definition,
      after,
      ...of,
      now: this.now(),
      holdersOf: role => roles.holdersOf(process, role),
      entityOwners: [...entities.values()].flatMap(({ owner }) => owner ?? []),
    });
  }

  /**
   * Facts of all people and entities that were given.
   *
   * @throws InputError that names the field of one the catalog does not have
   */
  async lookUp(
    definition: AnyRecordType,
    given: { fields: GivenFields; owner?: string },
  ): Promise<Map<string, EntityFacts>> {
    const named = Object.entries(given.fields).flatMap(([name, value]) =>
      isEmptyValue(value)
        ? []
        : refsIn(`fields.${name}`, definition.fields[name], value!),
    );
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

  now(): string {
    return (this.options.now?.() ?? new Date()).toISOString();
  }
}

/** The people and entities that a field names, with the path of each. */
function refsIn(
  path: string,
  field: Field,
  value: FieldValue,
): Array<{ path: string; refs: string[] }> {
  if (field.kind === 'rows') {
    const people = Object.keys(field.columns).filter(
      name => field.columns[name].kind === 'person',
    );
    return (value as RowValue[]).flatMap((row, index) =>
      people
        .filter(name => !isEmptyValue(row[name]))
        .map(name => ({
          path: `${path}.${index}.${name}`,
          refs: [String(row[name])],
        })),
    );
  }
  return field.kind === 'person' || field.kind === 'entity'
    ? [{ path, refs: [value].flat().map(String) }]
    : [];
}
