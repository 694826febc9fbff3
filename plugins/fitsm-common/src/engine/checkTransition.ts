import { AnyRecordType, StateCategory, Transition } from './defineRecordType';
import { openSteps } from './steps';
import { listOf } from './text';

/** What `checkTransition` needs to know of a record. @public */
export interface RecordStanding {
  state: string;
  fields: Record<string, unknown>;
}

/** Why a transition is not open, in a sentence for the user. @public */
export interface Refusal {
  reason:
    | 'state'
    | 'role'
    | 'missingFields'
    | 'missingReason'
    | 'openSteps'
    | 'missingLinks'
    | 'notIndependent'
    | 'guard'
    | 'permission';
  message: string;
  fields?: string[];
}

/** @public */
export function isEmptyValue(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** @public */
export function stateCategoryOf(
  definition: AnyRecordType,
  state: string,
): StateCategory {
  const found = definition.lifecycle.states[state];
  if (!found) {
    throw new Error(
      `${definition.name} has no state '${state}': use one of ${Object.keys(
        definition.lifecycle.states,
      ).join(', ')}`,
    );
  }
  return found.category;
}

/**
 * Decides whether a transition is open, so far as it can be known without the
 * guard of the backend. Pure: the page draws its buttons with it and the
 * backend enforces it (TRN-1).
 *
 * @public
 */
export function checkTransition(options: {
  definition: AnyRecordType;
  record: RecordStanding;
  transition: string;
  heldRoles: ReadonlySet<string>;
  /** Values given together with the transition. */
  given?: Record<string, unknown>;
  reason?: string;
}): Refusal | undefined {
  const { definition, record, heldRoles, given = {} } = options;
  const { transitions } = definition.lifecycle;
  const transition: Transition | undefined = Object.hasOwn(
    transitions,
    options.transition,
  )
    ? transitions[options.transition]
    : undefined;
  const one = definition.label.one.toLocaleLowerCase('en');
  if (!transition) {
    return {
      reason: 'state',
      message: `'${options.transition}' is not something that can be done with this ${one}.`,
    };
  }
  if (!transition.from.includes(record.state)) {
    const now = definition.lifecycle.states[record.state]?.label;
    const from = transition.from
      .map(state => `'${definition.lifecycle.states[state].label}'`)
      .join(' or ');
    return {
      reason: 'state',
      message: `'${transition.label}' is open only from ${from}; this ${one} is '${now}'.`,
    };
  }
  const approval = Object.values(definition.approvals ?? {}).find(
    ({ approves, refuses }) => [approves, refuses].includes(options.transition),
  );
  if (approval && !transition.by.length) {
    return {
      reason: 'role',
      message: `This follows from the votes on '${approval.label}'.`,
    };
  }
  if (!mayUse(transition, heldRoles)) {
    return {
      reason: 'role',
      message: `Only ${listOf(
        transition.by.map(party => partyLabel(definition, party)),
      )} can do this.`,
    };
  }
  const apart = transition.apartFrom?.find(role => heldRoles.has(role));
  if (apart) {
    return {
      reason: 'role',
      message: `Somebody other than the ${partyLabel(
        definition,
        apart,
      )} has to do this.`,
    };
  }
  const anew = isReview(definition, options.transition);
  const missing = (transition.needs ?? []).filter(name =>
    isEmptyValue(anew || name in given ? given[name] : record.fields[name]),
  );
  if (missing.length) {
    return {
      reason: 'missingFields',
      message: `Fill in ${listOf(
        missing.map(name => definition.fields[name].label),
        'and',
      )} first.`,
      fields: missing,
    };
  }
  const { steps } = definition;
  if (steps?.before.includes(options.transition)) {
    const open = openSteps(
      steps.field in given ? given[steps.field] : record.fields[steps.field],
    );
    if (open.length) {
      return {
        reason: 'openSteps',
        message: `Do or skip the ${
          open.length === 1 ? 'step that is' : `${open.length} steps that are`
        } open first: ${open[0].step}${open.length > 1 ? ' ...' : ''}.`,
      };
    }
  }
  if (transition.reason === 'required' && !options.reason?.trim()) {
    return { reason: 'missingReason', message: 'Say why, in a sentence.' };
  }
  return undefined;
}

/**
 * Whether a transition is the review of its type: what the last one found does
 * not answer for the next (REV-1).
 *
 * @public
 */
export function isReview(
  { reviewed }: AnyRecordType,
  transition: string,
): boolean {
  return reviewed?.transition === transition;
}

function mayUse(transition: Transition, heldRoles: ReadonlySet<string>) {
  return transition.by.some(
    party => party === 'anyone' || heldRoles.has(party),
  );
}

function partyLabel(definition: AnyRecordType, party: string): string {
  if (party === 'owner') {
    return definition.owner.label.toLocaleLowerCase('en');
  }
  if (party === 'entityOwner') {
    return 'owners of an affected entity';
  }
  if (party.startsWith('process:')) {
    return `the process ${party.slice('process:'.length)}`;
  }
  return (definition.fields[party]?.label ?? party).toLocaleLowerCase('en');
}
