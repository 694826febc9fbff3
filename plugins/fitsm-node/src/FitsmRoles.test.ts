import { mockServices } from '@backstage/backend-test-utils';
import { FitsmRoles } from './FitsmRoles';

/** As config may hold it, be it wrong. */
type Roles = NonNullable<mockServices.rootConfig.Options['data']>;

const rolesFrom = (roles?: Roles) =>
  FitsmRoles.fromConfig(
    mockServices.rootConfig({ data: roles ? { fitsm: { roles } } : {} }),
  );

const roles = rolesFrom({
  administrators: ['group:default/admins', 'user:default/root'],
  auditors: ['auditors'],
  readers: ['Group:Sea/Crew'],
  processes: {
    isrm: { manager: ['group:default/managers'], staff: ['desk', 'managers'] },
  },
});

it('roles are held by oneself, or through a group', () => {
  expect(roles.isAdministrator(['user:default/root'])).toBe(true);
  expect(
    roles.isAdministrator(['user:default/ada', 'group:default/admins']),
  ).toBe(true);
  expect(roles.isAdministrator(['user:default/ada'])).toBe(false);
  expect(roles.isAdministrator([])).toBe(false);
});

it('a reference without a kind means a group, and case does not count', () => {
  expect(roles.isAuditor(['group:default/auditors'])).toBe(true);
  expect(roles.isAuditor(['user:default/auditors'])).toBe(false);
  expect(roles.isReader(['group:sea/crew'])).toBe(true);
});

it('process roles are those of one process', () => {
  expect(roles.processRolesOf('isrm', ['group:default/desk'])).toEqual([
    'staff',
  ]);
  expect(roles.processRolesOf('isrm', ['group:default/managers'])).toEqual([
    'manager',
    'staff',
  ]);
  expect(roles.processRolesOf('chm', ['group:default/desk'])).toEqual([]);
  expect(roles.processRolesOf(undefined, ['group:default/desk'])).toEqual([]);
  expect(roles.holdersOf('isrm', 'staff')).toEqual([
    'group:default/desk',
    'group:default/managers',
  ]);
  expect(roles.holdersOf('isrm', 'owner')).toEqual([]);
});

it('without config nobody holds a role', () => {
  const none = rolesFrom();
  expect(none.isAdministrator(['user:default/ada'])).toBe(false);
  expect(none.processRolesOf('isrm', ['user:default/ada'])).toEqual([]);
});

it.each<[path: string, config: Roles, value: string]>([
  [
    'administrators',
    { administrators: ['component:default/a'] },
    'component:default/a',
  ],
  ['auditors', { auditors: ['a b'] }, 'a b'],
  ['readers', { readers: ['group:'] }, 'group:'],
  [
    'processes.isrm.staff',
    { processes: { isrm: { staff: ['x:y:z'] } } },
    'x:y:z',
  ],
])('a reference at %s that is none is named', (path, config, value) => {
  expect(() => rolesFrom(config)).toThrow(
    `fitsm.roles.${path}: '${value}' is no user or group; write group:default/<name>`,
  );
});

it('a role that is no list is named', () => {
  expect(() => rolesFrom({ readers: 'group:default/crew' })).toThrow(
    /fitsm\.roles\.readers/,
  );
});
