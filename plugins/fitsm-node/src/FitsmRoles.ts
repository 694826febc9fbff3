import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  fullEntityRef,
  ProcessCode,
  ProcessRoleName,
} from '@fitsm/plugin-fitsm-common';

const processRoleNames: ProcessRoleName[] = ['owner', 'manager', 'staff'];

/**
 * Who holds FitSM's roles, from the groups and people named in `fitsm.roles`.
 *
 * @public
 */
export class FitsmRoles {
  /** @throws InputError that names the key and what it should hold */
  static fromConfig(config: RootConfigService): FitsmRoles {
    const roles = config.getOptionalConfig('fitsm.roles');
    const refsAt = (path: string) =>
      (roles?.getOptionalStringArray(path) ?? []).map(value => {
        const ref = fullEntityRef(value, 'group');
        if (!ref || !/^(user|group):/.test(ref)) {
          throw new InputError(
            `fitsm.roles.${path}: '${value}' is no user or group; write group:default/<name>`,
          );
        }
        return ref;
      });
    const processes = new Map<string, Map<ProcessRoleName, Set<string>>>();
    for (const process of roles?.getOptionalConfig('processes')?.keys() ?? []) {
      processes.set(
        process,
        new Map(
          processRoleNames.map(role => [
            role,
            new Set(refsAt(`processes.${process}.${role}`)),
          ]),
        ),
      );
    }
    return new FitsmRoles(
      new Set(refsAt('administrators')),
      new Set(refsAt('auditors')),
      new Set(refsAt('readers')),
      processes,
    );
  }

  private constructor(
    private readonly administrators: ReadonlySet<string>,
    private readonly auditors: ReadonlySet<string>,
    private readonly readers: ReadonlySet<string>,
    private readonly processes: ReadonlyMap<
      string,
      ReadonlyMap<ProcessRoleName, ReadonlySet<string>>
    >,
  ) {}

  /** @param claims - the person's own reference and those of their groups */
  isAdministrator(claims: ReadonlyArray<string>): boolean {
    return claims.some(ref => this.administrators.has(ref));
  }

  isAuditor(claims: ReadonlyArray<string>): boolean {
    return claims.some(ref => this.auditors.has(ref));
  }

  isReader(claims: ReadonlyArray<string>): boolean {
    return claims.some(ref => this.readers.has(ref));
  }

  /** The roles of somebody in a process. */
  processRolesOf(
    process: ProcessCode | undefined,
    claims: ReadonlyArray<string>,
  ): ProcessRoleName[] {
    const roles = process && this.processes.get(process);
    return roles
      ? processRoleNames.filter(role =>
          claims.some(ref => roles.get(role)?.has(ref)),
        )
      : [];
  }

  /** The processes in which somebody has one of the roles. */
  processesOf(
    claims: ReadonlyArray<string>,
    roleNames: ReadonlyArray<ProcessRoleName>,
  ): string[] {
    return [...this.processes]
      .filter(([, roles]) =>
        roleNames.some(role => claims.some(ref => roles.get(role)?.has(ref))),
      )
      .map(([process]) => process);
  }

  /** Whoever holds a role of a process. */
  holdersOf(process: ProcessCode, role: ProcessRoleName): string[] {
    return [...(this.processes.get(process)?.get(role) ?? [])];
  }
}
