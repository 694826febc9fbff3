import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  conformityReadPermission,
  recordCommentPermission,
  recordCommentInternallyPermission,
  recordDeletePermission,
  recordOverridePriorityPermission,
  recordReadPermission,
  recordTransitionPermission,
  recordUpdatePermission,
  recordVotePermission,
  RESOURCE_TYPE_FITSM_RECORD,
} from '@fitsm/plugin-fitsm-common';
import {
  createRecordConditionalDecision,
  FitsmRoles,
  recordConditions,
} from '@fitsm/plugin-fitsm-node';

type Criteria = PermissionCriteria<
  PermissionCondition<typeof RESOURCE_TYPE_FITSM_RECORD>
>;

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Gives FitSM's roles their rights. What is not FitSM's is allowed, as
 * Backstage does without a policy.
 *
 * - Administrators may do everything.
 * - Owners and managers of a process may do everything with its records but
 *   delete them; its staff too, but for overriding priorities.
 * - Auditors read. Readers read, comment, and do what a type opens to anyone.
 * - Auditors, and owners and managers of any process, see how far FitSM is met.
 * - Everybody may read what a type publishes: approved policies, say.
 * - Everybody may create records and may see, comment on and move those in
 *   which they have a part, as far as the definition opens the move to them.
 *   Those who work on a record, or own what it is about, may also change it
 *   and comment on it internally.
 *
 * Whether a restricted record shows itself is not decided here: the FitSM
 * backend hides it from those who are not involved, whatever a policy says.
 *
 * @public
 */
export class FitsmPermissionPolicy implements PermissionPolicy {
  readonly #roles: FitsmRoles;

  constructor(options: { roles: FitsmRoles }) {
    this.#roles = options.roles;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!permission.name.startsWith('fitsm.')) {
      return allow;
    }
    const claims = user?.info.ownershipEntityRefs;
    if (!claims?.length) {
      return deny;
    }
    if (this.#roles.isAdministrator(claims)) {
      return allow;
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_FITSM_RECORD)) {
      return this.#decideOnRecord(permission, claims);
    }
    if (isPermission(permission, conformityReadPermission)) {
      const isInCharge =
        this.#roles.processesOf(claims, ['owner', 'manager']).length > 0;
      return isInCharge || this.#roles.isAuditor(claims) ? allow : deny;
    }
    return /^fitsm\.\w+\.create$/.test(permission.name) &&
      !this.#roles.isAuditor(claims)
      ? allow
      : deny;
  }

  #decideOnRecord(permission: Permission, claims: string[]): PolicyDecision {
    if (!isResourcePermission(permission, RESOURCE_TYPE_FITSM_RECORD)) {
      return deny;
    }
    const is = (other: Permission) => isPermission(permission, other);
    if (this.#roles.isAuditor(claims)) {
      return is(recordReadPermission) ? allow : deny;
    }
    const reads =
      is(recordReadPermission) ||
      is(recordCommentPermission) ||
      is(recordVotePermission);
    // To whom a move is open, the definition says: to anyone, or to a role.
    const takesPart = reads || is(recordTransitionPermission);
    if (takesPart && this.#roles.isReader(claims)) {
      return allow;
    }
    const criteria: Criteria[] = [];
    const processes = this.#processesWorkedIn(permission, claims);
    if (processes.length) {
      criteria.push(recordConditions.isOfProcess({ processes }));
    }
    if (is(recordReadPermission)) {
      criteria.push(recordConditions.isPublished());
    }
    if (takesPart) {
      criteria.push(recordConditions.isHeldBy({ holders: claims }));
      criteria.push(recordConditions.isOnEntityOwnedBy({ owners: claims }));
    } else if (
      is(recordUpdatePermission) ||
      is(recordCommentInternallyPermission)
    ) {
      criteria.push(
        recordConditions.isHeldBy({
          holders: claims,
          roles: ['owner', 'assignee', 'assignedGroup'],
        }),
        recordConditions.isOnEntityOwnedBy({ owners: claims }),
      );
    }
    return criteria.length
      ? createRecordConditionalDecision(permission, {
          anyOf: criteria as [Criteria, ...Criteria[]],
        })
      : deny;
  }

  /** The processes in which a role of theirs gives the permission. */
  #processesWorkedIn(permission: Permission, claims: string[]): string[] {
    if (isPermission(permission, recordDeletePermission)) {
      return [];
    }
    return this.#roles.processesOf(
      claims,
      isPermission(permission, recordOverridePriorityPermission)
        ? ['owner', 'manager']
        : ['owner', 'manager', 'staff'],
    );
  }
}
