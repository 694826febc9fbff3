import { FitsmRecord } from '@fitsm/plugin-fitsm-common';

/**
 * A condition on records as data. It has two readings that must agree: in
 * memory (`matchesCondition`) and as SQL (in the backend).
 *
 * @public
 */
export type RecordCondition =
  | { is: 'type'; types: string[] }
  /** Records of the types of one of these processes. */
  | { is: 'process'; processes: string[] }
  | { is: 'state'; states: string[] }
  | { is: 'category'; categories: string[] }
  | { is: 'restricted' }
  /** One of the holders has one of the roles; without roles, any. */
  | { is: 'held'; roles?: string[]; holders: string[] }
  /** One of the owners owns an entity that the record names. */
  | { is: 'entityOwned'; owners: string[] }
  /** Its type publishes the state that it is in. */
  | { is: 'published' };

/** A record with what conditions ask of it. @public */
export interface RecordResource {
  record: Pick<FitsmRecord, 'type' | 'state' | 'stateCategory' | 'restricted'>;
  /** The code of the process of its type. */
  process: string;
  /** Who holds which role on it. */
  roles: ReadonlyArray<{ role: string; holder: string }>;
  /** Owners of the entities that it names. */
  entityOwners: ReadonlyArray<string>;
  /** Whether its type publishes the state that it is in. */
  published: boolean;
}

/** @public */
export function matchesCondition(
  condition: RecordCondition,
  { record, process, roles, entityOwners, published }: RecordResource,
): boolean {
  switch (condition.is) {
    case 'type':
      return condition.types.includes(record.type);
    case 'process':
      return condition.processes.includes(process);
    case 'state':
      return condition.states.includes(record.state);
    case 'category':
      return condition.categories.includes(record.stateCategory);
    case 'restricted':
      return record.restricted;
    case 'held':
      return roles.some(
        ({ role, holder }) =>
          condition.holders.includes(holder) &&
          (!condition.roles || condition.roles.includes(role)),
      );
    case 'entityOwned':
      return entityOwners.some(owner => condition.owners.includes(owner));
    case 'published':
      return published;
    default:
      // Not reached while every condition has its case.
      return condition satisfies never;
  }
}
