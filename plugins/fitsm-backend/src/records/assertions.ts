import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AnyRecordType,
  listOf,
  Refusal,
  Transition,
} from '@fitsm/plugin-fitsm-common';
import { StaleError } from './RecordStore';
import { StoredRecord } from './rows';

export function assertCan(can: boolean, what: string) {
  if (!can) {
    throw new NotAllowedError(`You may not ${what}`);
  }
}

export function assertFresh(record: StoredRecord, seen: number) {
  if (record.revision !== seen) {
    throw new StaleError(
      `revision: ${record.id} is at revision ${record.revision}, you saw ${seen}; read it again and repeat the change`,
    );
  }
}

/** Nothing that was approved is changed without saying so (APP-1). */
export function assertUnlocked(
  { lifecycle }: AnyRecordType,
  { id, state }: StoredRecord,
) {
  const { label, locked } = lifecycle.states[state];
  if (!locked) {
    return;
  }
  const waysOut = Object.values(lifecycle.transitions).filter(
    ({ from, to, by }) =>
      from.includes(state) && by.length && !lifecycle.states[to].locked,
  );
  throw new ConflictError(
    `${id} is '${label}', and what it holds is settled${
      waysOut.length
        ? `; to change it, ${listOf(
            waysOut.map(way => `'${way.label}'`),
          )} comes first`
        : ''
    }`,
  );
}

export function assertRestrictable(
  definition: AnyRecordType,
  restricted?: boolean,
) {
  if (restricted && !definition.restrictable) {
    throw new InputError(
      `restricted: records of the type ${definition.name} cannot be; leave it out`,
    );
  }
}

export function assertOpen(refusal: Refusal | undefined) {
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

export function transitionOf(
  definition: AnyRecordType,
  name: string,
): Transition {
  if (!Object.hasOwn(definition.lifecycle.transitions, name)) {
    throw new NotFoundError(
      `transition: '${name}' is none of the type ${
        definition.name
      }; use ${listOf(Object.keys(definition.lifecycle.transitions))}`,
    );
  }
  return definition.lifecycle.transitions[name];
}
