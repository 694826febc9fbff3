import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  administerPermission,
  conformityReadPermission,
  processes,
  RecordAction,
  recordCreatePermission,
  recordPermissions,
} from '@fitsm/plugin-fitsm-common';
import {
  FitsmRoles,
  RecordResource,
  recordRules,
} from '@fitsm/plugin-fitsm-node';
import { FitsmPermissionPolicy } from './FitsmPermissionPolicy';

const [process] = processes;
const [{ name: type }] = process.recordTypes;

const policy = new FitsmPermissionPolicy({
  roles: FitsmRoles.fromConfig(
    mockServices.rootConfig({
      data: {
        fitsm: {
          roles: {
            administrators: ['group:default/administrators'],
            auditors: ['group:default/auditors'],
            readers: ['group:default/readers'],
            processes: {
              [process.code]: {
                owner: ['user:default/process-owner'],
                manager: ['group:default/managers'],
                staff: ['group:default/desk'],
              },
            },
          },
        },
      },
    }),
  ),
});

const decide = (permission: Permission, claims?: string[]) =>
  policy.handle(
    { permission },
    claims && {
      credentials: mockCredentials.user(claims[0]),
      info: { userEntityRef: claims[0], ownershipEntityRefs: claims },
    },
  );

const fits = createConditionAuthorizer(Object.values(recordRules));

/** What somebody may do with a record. */
async function allowed(claims: string[], resource: RecordResource) {
  const actions: RecordAction[] = [];
  for (const [action, permission] of Object.entries(recordPermissions)) {
    if (fits(await decide(permission, claims), resource)) {
      actions.push(action as RecordAction);
    }
  }
  return actions;
}

const resource = (part: Partial<RecordResource> = {}): RecordResource => ({
  record: { type, state: 'new', stateCategory: 'open', restricted: false },
  process: process.code,
  roles: [{ role: 'owner', holder: 'group:default/somebody-else' }],
  entityOwners: ['group:default/somebody-else'],
  published: false,
  ...part,
});
const foreign = resource();
const ofOtherProcess = resource({
  record: { ...foreign.record, type: 'ofAnotherProcess' },
  process: 'another',
});

const works: RecordAction[] = [
  'read',
  'update',
  'transition',
  'comment',
  'commentInternally',
  'vote',
];
const everything = Object.keys(recordPermissions) as RecordAction[];
const takesPart: RecordAction[] = ['read', 'transition', 'comment', 'vote'];

const sorted = (actions: RecordAction[]) => [...actions].sort();

describe('what the roles may do with records in which they have no part', () => {
  it.each<
    [who: string, claim: string, may: RecordAction[], elsewhere: RecordAction[]]
  >([
    ['administrators', 'group:default/administrators', everything, everything],
    ['auditors', 'group:default/auditors', ['read'], ['read']],
    ['readers', 'group:default/readers', takesPart, takesPart],
    [
      'owners of the process',
      'user:default/process-owner',
      [...works, 'overridePriority'],
      [],
    ],
    [
      'managers of the process',
      'group:default/managers',
      [...works, 'overridePriority'],
      [],
    ],
    ['staff of the process', 'group:default/desk', works, []],
    ['others', 'group:default/whoever', [], []],
  ])('%s', async (_, claim, may, elsewhere) => {
    const claims = ['user:default/ada', claim];
    expect(sorted(await allowed(claims, foreign))).toEqual(sorted(may));
    expect(sorted(await allowed(claims, ofOtherProcess))).toEqual(
      sorted(elsewhere),
    );
  });
});

describe('what people may do with records in which they have a part', () => {
  const claims = ['user:default/ada', 'group:default/team'];

  it.each([
    ['owner', works],
    ['assignee', works],
    ['assignedGroup', works],
    ['creator', takesPart],
    ['reporter', takesPart],
  ])('%s', async (role, may) => {
    for (const holder of claims) {
      const roles = [{ role, holder }];
      expect(sorted(await allowed(claims, resource({ roles })))).toEqual(
        sorted(may),
      );
    }
  });

  it('owners of what a record is about', async () => {
    const entityOwners = ['group:default/team'];
    expect(sorted(await allowed(claims, resource({ entityOwners })))).toEqual(
      sorted(works),
    );
  });

  it('a part gives auditors nothing beyond reading', async () => {
    const roles = [{ role: 'owner', holder: 'user:default/ada' }];
    expect(
      await allowed([...claims, 'group:default/auditors'], resource({ roles })),
    ).toEqual(['read']);
  });
});

describe('what is not about one record', () => {
  const everybody = [
    'group:default/administrators',
    'group:default/auditors',
    'group:default/readers',
    'group:default/managers',
    'group:default/desk',
    'group:default/whoever',
  ];
  const whoMay = async (permission: Permission) => {
    const may: string[] = [];
    for (const claim of everybody) {
      const { result } = await decide(permission, ['user:default/ada', claim]);
      if (result === AuthorizeResult.ALLOW) may.push(claim);
    }
    return may;
  };

  it('everybody but auditors creates records', async () => {
    expect(await whoMay(recordCreatePermission(type))).toEqual(
      everybody.filter(claim => claim !== 'group:default/auditors'),
    );
  });

  it('only administrators administer', async () => {
    expect(await whoMay(administerPermission)).toEqual([
      'group:default/administrators',
    ]);
  });

  it('administrators, auditors and those in charge of a process see how far FitSM is met', async () => {
    expect(await whoMay(conformityReadPermission)).toEqual([
      'group:default/administrators',
      'group:default/auditors',
      'group:default/managers',
    ]);
  });

  it('permissions of other plugins are left alone', async () => {
    const other = createPermission({ name: 'catalog.entity', attributes: {} });
    expect(await whoMay(other)).toEqual(everybody);
  });

  it('whoever is not signed in may nothing', async () => {
    const permissions: Permission[] = [
      ...Object.values(recordPermissions),
      recordCreatePermission(type),
      administerPermission,
      conformityReadPermission,
    ];
    for (const permission of permissions) {
      expect(await decide(permission)).toEqual({
        result: AuthorizeResult.DENY,
      });
    }
  });
});
