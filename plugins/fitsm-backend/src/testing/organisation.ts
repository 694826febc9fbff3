import { Entity } from '@backstage/catalog-model';

/** People of the tests, with the groups that they belong to. */
export const people: Record<string, string[]> = {
  'user:default/ada': ['group:default/engine-team'],
  'user:default/ben': ['group:default/other-team'],
  'user:default/desk': ['group:default/desk'],
  'user:default/manager': ['group:default/managers'],
  'user:default/admin': ['group:default/admins'],
  'user:default/auditor': ['group:default/auditors'],
  'user:default/reporter': [],
  'user:default/stranger': [],
};

/** Who holds FitSM's roles in the tests. */
export const rolesConfig = {
  administrators: ['group:default/admins'],
  auditors: ['group:default/auditors'],
  readers: ['group:default/engine-team', 'group:default/other-team'],
  processes: {
    isrm: {
      owner: [],
      manager: ['group:default/managers'],
      staff: ['group:default/desk'],
    },
  },
};

function entity(
  kind: string,
  name: string,
  relations: Array<[type: string, targetRef: string]> = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid: `uid-${kind}-${name}` },
    spec: {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const groups = [...new Set(Object.values(people).flat())];

/** The catalog of the tests. */
export const entities: Entity[] = [
  ...Object.entries(people).map(([ref, memberOf]) =>
    entity(
      'User',
      ref.split('/')[1],
      memberOf.map(group => ['memberOf', group]),
    ),
  ),
  ...groups.map(ref => entity('Group', ref.split('/')[1])),
  entity('System', 'ferry', [
    ['ownedBy', 'group:default/engine-team'],
    ['hasPart', 'component:default/engine'],
    ['hasPart', 'component:default/bridge'],
  ]),
  entity('Component', 'engine', [['ownedBy', 'group:default/engine-team']]),
  entity('Component', 'bridge', [['ownedBy', 'group:default/other-team']]),
];
