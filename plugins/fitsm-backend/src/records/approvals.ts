import { ConflictError } from '@backstage/errors';
import {
  AnyRecordType,
  Approval,
  ApprovalRound,
  FitsmRecord,
  ProcessRoleName,
} from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { rolesOf } from './rows';

type Standing = Pick<
  FitsmRecord,
  'title' | 'state' | 'owner' | 'createdBy' | 'fields'
>;

/** The votes that a record in its state is waiting for, by name. */
export function approvalFor(
  definition: AnyRecordType,
  record: Pick<FitsmRecord, 'state' | 'fields'>,
): (Approval & { name: string }) | undefined {
  const found = Object.entries(definition.approvals ?? {}).find(
    ([, { state, when }]) =>
      state === record.state &&
      (!when || when.is.includes(String(record.fields[when.field]))),
  );
  return found && { name: found[0], ...found[1] };
}

/** A round of votes before it has its number. */
export interface NewRound {
  approval: string;
  revision: number;
  askedAt: string;
  dueAt: string;
  asked: string[];
}

/** What becomes of the votes on a record as it changes (APP-1). */
export interface RoundChange {
  /** How the round that is open, if one is, ends. */
  closes?: ApprovalRound['outcome'];
  asks?: NewRound;
}

/**
 * A change of what is voted on begins a new round; so does a way into the
 * state, and leaving it ends the round.
 *
 * @throws ConflictError where nobody is left who could approve
 */
export function roundChangeFor(options: {
  definition: AnyRecordType;
  before?: Standing;
  after: Standing & { revision: number };
  now: string;
  /** By whose transition it leaves the state, where votes decided. */
  decided?: 'approved' | 'refused';
  holdersOf(role: ProcessRoleName): ReadonlyArray<string>;
  entityOwners: ReadonlyArray<string>;
}): RoundChange | undefined {
  const { definition, before, after, now } = options;
  if (!definition.approvals) {
    return undefined;
  }
  const former = before && approvalFor(definition, before);
  const approval = approvalFor(definition, after);
  if (!former && !approval) {
    return undefined;
  }
  const isSame =
    former?.name === approval?.name &&
    before?.state === after.state &&
    contentOf(before) === contentOf(after);
  if (isSame) {
    return undefined;
  }
  const closes =
    former && (options.decided ?? (approval ? 'changed' : 'withdrawn'));
  return {
    ...(closes && { closes }),
    ...(approval && {
      asks: {
        approval: approval.name,
        revision: after.revision,
        askedAt: now,
        dueAt: DateTime.fromISO(now, { zone: 'utc' })
          .plus({ days: approval.withinDays })
          .toISO()!,
        asked: askedFor(approval, options),
      },
    }),
  };
}

/** What votes are bound to. */
function contentOf({ title, fields }: Standing): string {
  return JSON.stringify([title, Object.entries(fields).sort()]);
}

function askedFor(
  approval: Approval,
  {
    definition,
    after,
    holdersOf,
    entityOwners,
  }: Parameters<typeof roundChangeFor>[0],
): string[] {
  const roles = rolesOf(definition, after);
  const withRole = (name: string) =>
    roles.filter(({ role }) => role === name).map(({ holder }) => holder);
  const apart = new Set((approval.apartFrom ?? []).flatMap(withRole));
  const asked = new Set(
    approval.by.flatMap(party => {
      if (party === 'entityOwner') return entityOwners;
      return party.startsWith('process:')
        ? holdersOf(party.slice('process:'.length) as ProcessRoleName)
        : withRole(party);
    }),
  );
  const left = [...asked].filter(ref => !apart.has(ref));
  const isGroup = (ref: string) => ref.startsWith('group:');
  if (!left.length) {
    throw new ConflictError(
      `'${approval.label}': nobody can be asked; name approvers who are not kept apart, or fill the role in fitsm.roles`,
    );
  }
  if (
    typeof approval.rule === 'number' &&
    !left.some(isGroup) &&
    left.length < approval.rule
  ) {
    throw new ConflictError(
      `'${approval.label}': ${approval.rule} must approve, and only ${left.length} can be asked; name more approvers`,
    );
  }
  return left;
}

/** What the votes of a round decide, as soon as they do. */
export function decisionOf(
  { rule }: Pick<Approval, 'rule'>,
  round: Pick<ApprovalRound, 'asked' | 'votes'>,
): 'approved' | 'refused' | undefined {
  if (round.votes.some(({ vote }) => vote === 'refuse')) {
    return 'refused';
  }
  const approving = new Set(round.votes.map(({ asked }) => asked));
  const isEnough =
    rule === 'all'
      ? round.asked.every(ref => approving.has(ref))
      : round.votes.length >= (rule === 'first' ? 1 : rule);
  return isEnough ? 'approved' : undefined;
}

/**
 * For whom of the asked somebody votes: for themselves before others.
 * Undefined where they are not asked, or voted already.
 *
 * @param refs - theirs, those of their groups, and of whose deputies they are
 */
export function askedAs(
  round: ApprovalRound | undefined,
  refs: ReadonlyArray<string>,
  person: string,
): string | undefined {
  if (
    !round ||
    round.closedAt ||
    round.votes.some(({ voter }) => voter === person)
  ) {
    return undefined;
  }
  // A person has one vote, be it by a deputy; of a group several may vote.
  const mine = round.asked.filter(
    ref =>
      refs.includes(ref) &&
      !(ref.startsWith('user:') && round.votes.some(one => one.asked === ref)),
  );
  return mine.includes(person) ? person : mine[0];
}

/** Whether a person holds a role that is kept apart from the votes. */
export function isKeptApart(
  definition: AnyRecordType,
  approval: Pick<Approval, 'apartFrom'>,
  record: Pick<FitsmRecord, 'owner' | 'createdBy' | 'fields'>,
  person: string,
): boolean {
  return rolesOf(definition, record).some(
    ({ role, holder }) =>
      holder === person &&
      (approval.apartFrom as ReadonlyArray<string> | undefined)?.includes(role),
  );
}
