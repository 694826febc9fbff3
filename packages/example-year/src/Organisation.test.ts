import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Organisation } from './Organisation';

const organisation = Organisation.read(
  resolvePackagePath('@fitsm/example-year', '../..'),
);

describe('the example organisation', () => {
  const roles = Object.entries(organisation.config.roles.processes).flatMap(
    ([process, byRole]) =>
      Object.entries(byRole).flatMap(([role, refs]) =>
        refs.map(ref => [`${process}:${role}`, ref] as const),
      ),
  );

  // Nobody holds a role by a group of groups.
  it.each(roles)('has people for %s in %s', (_role, ref) => {
    const holders = ref.startsWith('group:')
      ? organisation.membersOf(ref)
      : [ref];
    expect(organisation.refsOf('User')).toEqual(
      expect.arrayContaining(holders),
    );
    expect(holders).not.toEqual([]);
  });
});
