import {
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  Actor,
  AnyRecordType,
  ProcessCode,
  ProcessRoleName,
  RecordAction,
  recordPermissions,
} from '@fitsm/plugin-fitsm-common';
import {
  FitsmRoles,
  recordResourceRef,
  RecordResource,
} from '@fitsm/plugin-fitsm-node';
import { nothing, RecordCriteria, withTypes } from './conditionSql';
import { RecordTypeRegistry } from './RecordTypeRegistry';

/** Who asks, with all that decides what they may. */
export interface Caller {
  credentials: BackstageCredentials;
  actor: Actor;
  /** References by which the caller owns; none for services. */
  claims: string[];
  /** Services see and do what the permission framework lets them. */
  isService: boolean;
}

/** What a caller may do with records. */
export interface Rights {
  /** The records that they may see; all where undefined. */
  visible: RecordCriteria | undefined;
  /** Which of the actions that were asked for they may do on one. */
  decide(resource: RecordResource): Record<RecordAction, boolean>;
}

/** Groups of a person are asked for at most so often. */
const TRUSTED_MS = 30_000;
const CACHED_PEOPLE = 5_000;

/** Asks Backstage's permission framework what a caller may do (PER-1). */
export class RecordAuthorizer {
  readonly #people = new Map<string, { at: number; claims: string[] }>();

  constructor(
    private readonly options: {
      auth: AuthService;
      userInfo: UserInfoService;
      permissions: PermissionsService;
      permissionsRegistry: PermissionsRegistryService;
      roles: FitsmRoles;
      registry: RecordTypeRegistry;
    },
  ) {}

  /** @param agent - the tool through which somebody acts, where it is one */
  async callerOf(
    credentials: BackstageCredentials,
    agent?: string,
  ): Promise<Caller> {
    const { auth } = this.options;
    if (auth.isPrincipal(credentials, 'user')) {
      const { userEntityRef } = credentials.principal;
      return {
        credentials,
        actor: agent
          ? { kind: 'agent', ref: agent, onBehalfOf: userEntityRef }
          : { kind: 'person', ref: userEntityRef },
        claims: await this.#claimsOf(credentials, userEntityRef),
        isService: false,
      };
    }
    if (auth.isPrincipal(credentials, 'service')) {
      return {
        credentials,
        actor: { kind: 'service', ref: credentials.principal.subject },
        claims: [],
        isService: true,
      };
    }
    throw new NotAllowedError('Sign in to use service management');
  }

  async #claimsOf(
    credentials: BackstageCredentials,
    userEntityRef: string,
  ): Promise<string[]> {
    const known = this.#people.get(userEntityRef);
    if (known && Date.now() - known.at < TRUSTED_MS) {
      return known.claims;
    }
    const { ownershipEntityRefs } = await this.options.userInfo.getUserInfo(
      credentials,
    );
    const claims = [...new Set([userEntityRef, ...ownershipEntityRefs])];
    if (this.#people.size >= CACHED_PEOPLE) {
      this.#people.clear();
    }
    this.#people.set(userEntityRef, { at: Date.now(), claims });
    return claims;
  }

  /** @throws NotAllowedError that says what is not allowed */
  async require(
    caller: Caller,
    permission: BasicPermission,
    what: string,
  ): Promise<void> {
    const [allowed] = await this.allowed(caller, [permission]);
    if (!allowed) {
      throw new NotAllowedError(`You may not ${what}`);
    }
  }

  async allowed(
    caller: Caller,
    permissions: ReadonlyArray<BasicPermission>,
  ): Promise<boolean[]> {
    const decisions = await this.options.permissions.authorize(
      permissions.map(permission => ({ permission })),
      { credentials: caller.credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }

  /**
   * What a caller may do with records, in one round trip to the permission
   * framework for all of them.
   */
  async rightsOf(
    caller: Caller,
    actions: ReadonlyArray<RecordAction> = [],
  ): Promise<Rights> {
    const asked = [...new Set<RecordAction>(['read', ...actions])];
    const decisions = await this.options.permissions.authorizeConditional(
      asked.map(action => ({ permission: recordPermissions[action] })),
      { credentials: caller.credentials },
    );
    const rules =
      this.options.permissionsRegistry.getPermissionRuleset(recordResourceRef);
    const fits = createConditionAuthorizer(rules);
    const decide = (resource: RecordResource) => {
      const can = Object.fromEntries(
        Object.keys(recordPermissions).map(action => [action, false]),
      ) as Record<RecordAction, boolean>;
      // What one may not see, one may not do anything with.
      const seen =
        fits(decisions[0] as PolicyDecision, resource) &&
        !this.#isSealedFrom(caller, resource);
      asked.forEach((action, index) => {
        can[action] =
          seen && fits(decisions[index] as PolicyDecision, resource);
      });
      return can;
    };
    const [read] = decisions;
    if (read.result === AuthorizeResult.DENY) {
      return { decide, visible: nothing };
    }
    const criteria: RecordCriteria[] = [];
    if (read.result === AuthorizeResult.CONDITIONAL) {
      criteria.push(
        withTypes(
          createConditionTransformer(rules)(read.conditions),
          this.options.registry,
        ),
      );
    }
    if (!caller.isService) {
      criteria.push(this.#notSealedFrom(caller));
    }
    return {
      decide,
      visible: criteria.length
        ? { allOf: criteria as [RecordCriteria, ...RecordCriteria[]] }
        : undefined,
    };
  }

  processRolesOf(caller: Caller, type: string): ProcessRoleName[] {
    return this.options.roles.processRolesOf(
      this.options.registry.get(type).process.code,
      caller.claims,
    );
  }

  holdersOf(process: ProcessCode, role: ProcessRoleName): string[] {
    return this.options.roles.holdersOf(process, role);
  }

  #typesUnsealedFor(caller: Caller): string[] {
    return this.options.registry.definitions
      .filter(definition => this.#unseals(caller, definition))
      .map(({ name }) => name);
  }

  #unseals(caller: Caller, { name, restrictable }: AnyRecordType): boolean {
    const roles = this.processRolesOf(caller, name);
    return Boolean(
      restrictable?.alsoSeenBy.some(party =>
        roles.some(role => party === `process:${role}`),
      ),
    );
  }

  /** Restricted records are for those involved, whatever a policy says. */
  #notSealedFrom(caller: Caller): RecordCriteria {
    return {
      anyOf: [
        { not: { is: 'restricted' } },
        { is: 'held', holders: caller.claims },
        { is: 'type', types: this.#typesUnsealedFor(caller) },
      ],
    };
  }

  #isSealedFrom(caller: Caller, { record, roles }: RecordResource): boolean {
    return (
      record.restricted &&
      !caller.isService &&
      !roles.some(({ holder }) => caller.claims.includes(holder)) &&
      !this.#unseals(caller, this.options.registry.get(record.type).definition)
    );
  }
}
