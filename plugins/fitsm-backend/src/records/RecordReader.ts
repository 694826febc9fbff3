import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AnyRecordType,
  ApprovalRound,
  checkTransition,
  EntityLink,
  heldRoles,
  RecordAccess,
  RecordAction,
  Refusal,
} from '@fitsm/plugin-fitsm-common';
import { RecordResource } from '@fitsm/plugin-fitsm-node';
import { approvalFor, askedAs, isKeptApart } from './approvals';
import { Circumstances } from './Circumstances';
import { Caller, RecordAuthorizer, Rights } from './RecordAuthorizer';
import { DelegationService } from '../delegations/DelegationService';
import { RecordStore } from './RecordStore';
import { RecordTypeRegistry } from './RecordTypeRegistry';
import { rolesOf, StoredRecord } from './rows';

/** A record that a caller may see, with what they may do with it. */
export interface Opened {
  definition: AnyRecordType;
  record: StoredRecord;
  entities: EntityLink[];
  can: Record<RecordAction, boolean>;
  roles: Set<string>;
}

/** Opens records for those who may see them, and says what they may do. */
export class RecordReader {
  constructor(
    private readonly options: {
      store: RecordStore;
      registry: RecordTypeRegistry;
      authorizer: RecordAuthorizer;
      delegations: DelegationService;
      circumstances: Circumstances;
    },
  ) {}

  /** Reads a record for somebody; what they may not see is not there (PER-1). */
  async open(
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
      published: Boolean(definition.lifecycle.states[record.state]?.published),
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

  async accessTo(
    caller: Caller,
    opened: Opened,
    approvals: ReadonlyArray<ApprovalRound>,
  ): Promise<RecordAccess> {
    const { definition, record, can, roles } = opened;
    const leading = Object.entries(definition.lifecycle.transitions)
      .filter(([, { from, by }]) => from.includes(record.state) && by.length)
      .map(([name]) => name);
    const transitions = await Promise.all(
      leading.map(async name => {
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
            (await this.options.circumstances.refusal(definition, record, name))
          : {
              reason: 'permission',
              message: `You may not move ${record.id}.`,
            };
        return { name, ...(refusal && { refusal }) };
      }),
    );
    return {
      roles: [...roles].sort(),
      can,
      transitions,
      vote:
        can.vote &&
        (await this.voteRefusal(caller, opened, approvals)) === undefined,
    };
  }

  /** In whose name somebody can vote: theirs, their groups', as a deputy. */
  async voteRefs(caller: Caller): Promise<string[]> {
    const { delegations } = this.options;
    return [...caller.claims, ...(await delegations.delegatorsOf(caller))];
  }

  /** Why somebody has no vote on a record; undefined where they have. */
  async voteRefusal(
    caller: Caller,
    opened: Pick<Opened, 'definition' | 'record'>,
    rounds: ReadonlyArray<ApprovalRound>,
  ): Promise<Error | undefined> {
    // Hardly any record waits for votes.
    if (!rounds.length || rounds[0].closedAt) {
      return voteRefusalFor(caller, [], opened, rounds);
    }
    return voteRefusalFor(caller, await this.voteRefs(caller), opened, rounds);
  }
}

/** Why somebody has no vote on a record; undefined where they have. */
function voteRefusalFor(
  caller: Caller,
  refs: ReadonlyArray<string>,
  { definition, record }: Pick<Opened, 'definition' | 'record'>,
  [round]: ReadonlyArray<ApprovalRound>,
): Error | undefined {
  const { id } = record;
  const approval = approvalFor(definition, record);
  if (!approval || !round || round.closedAt) {
    return new ConflictError(`${id} does not wait for votes`);
  }
  if (caller.actor.kind !== 'person') {
    return new NotAllowedError('Only people vote, and nobody in their place');
  }
  const person = caller.actor.ref;
  if (round.votes.some(({ voter }) => voter === person)) {
    return new ConflictError(`You voted on ${id} already`);
  }
  if (isKeptApart(definition, approval, record, person)) {
    return new NotAllowedError(
      `'${approval.label}' is kept apart from your part in ${id}`,
    );
  }
  const inTheirPlace = round.votes.find(({ asked }) => asked === person);
  if (inTheirPlace) {
    return new ConflictError(
      `${inTheirPlace.voter} voted on ${id} in your place already`,
    );
  }
  return askedAs(round, refs, person)
    ? undefined
    : new NotAllowedError(`You are not asked to vote on ${id}`);
}
