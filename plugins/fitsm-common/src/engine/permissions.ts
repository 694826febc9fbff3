import {
  BasicPermission,
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { AnyRecordType } from './defineRecordType';

/** The type of resource that permissions on records are about. @public */
export const RESOURCE_TYPE_FITSM_RECORD = 'fitsm-record';

const ofRecord = (
  name: string,
  action?: 'read' | 'update' | 'delete',
): ResourcePermission<typeof RESOURCE_TYPE_FITSM_RECORD> =>
  createPermission({
    name: `fitsm.record.${name}`,
    attributes: action ? { action } : {},
    resourceType: RESOURCE_TYPE_FITSM_RECORD,
  });

/** To see a record, its links and its history. @public */
export const recordReadPermission = ofRecord('read', 'read');
/** To change fields, links and the owner of a record. @public */
export const recordUpdatePermission = ofRecord('update', 'update');
/** To move a record by a transition that its definition opens. @public */
export const recordTransitionPermission = ofRecord('transition', 'update');
/** To set a priority that the matrix does not give. @public */
export const recordOverridePriorityPermission = ofRecord(
  'override-priority',
  'update',
);
/** To write what requesters see too. @public */
export const recordCommentPermission = ofRecord('comment', 'update');
/** To read and write what requesters do not see. @public */
export const recordCommentInternallyPermission = ofRecord(
  'comment-internally',
  'update',
);
/** To vote on a record, so far as one is asked (APP-1). @public */
export const recordVotePermission = ofRecord('vote', 'update');
/** To remove a record for good, with a reason (REC-5). @public */
export const recordDeletePermission = ofRecord('delete', 'delete');

/** Every permission on a record, by what it allows. @public */
export const recordPermissions = {
  read: recordReadPermission,
  update: recordUpdatePermission,
  transition: recordTransitionPermission,
  overridePriority: recordOverridePriorityPermission,
  comment: recordCommentPermission,
  commentInternally: recordCommentInternallyPermission,
  vote: recordVotePermission,
  delete: recordDeletePermission,
};

/** What may be done with a record. @public */
export type RecordAction = keyof typeof recordPermissions;

/** To import records, and to check the chain of their history. @public */
export const administerPermission: BasicPermission = createPermission({
  name: 'fitsm.administer',
  attributes: {},
});

/** To see how far FitSM is met, and to keep that in snapshots. @public */
export const conformityReadPermission: BasicPermission = createPermission({
  name: 'fitsm.conformity.read',
  attributes: { action: 'read' },
});

/** To name deputies, who vote in one's place (APP-1). @public */
export const delegatePermission: BasicPermission = createPermission({
  name: 'fitsm.delegation.create',
  attributes: { action: 'create' },
});

/** To create records of a type: `fitsm.incident.create`. @public */
export function recordCreatePermission(type: string): BasicPermission {
  return createPermission({
    name: `fitsm.${type}.create`,
    attributes: { action: 'create' },
  });
}

/** All permissions that come with these record types. @public */
export function permissionsFor(definitions: ReadonlyArray<AnyRecordType>) {
  return [
    ...Object.values(recordPermissions),
    administerPermission,
    conformityReadPermission,
    delegatePermission,
    ...definitions.map(({ name }) => recordCreatePermission(name)),
  ];
}
