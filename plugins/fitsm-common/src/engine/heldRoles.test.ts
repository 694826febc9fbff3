import { parcel } from '../testing/parcel';
import { heldRoles } from './heldRoles';

const ada = 'user:default/ada';
const crew = 'group:default/crew';
const other = 'user:default/other';
const record = { owner: other, createdBy: other, fields: {} };

const rolesOf = (
  change: Partial<typeof record>,
  entityOwners: string[] = [],
  entityRefs = [ada, crew],
) => [
  ...heldRoles(
    parcel,
    { ...record, ...change },
    { entityRefs, processRoles: [] },
    entityOwners,
  ),
];

it.each([
  [['owner'], { owner: ada }],
  [['owner'], { owner: crew }],
  [['creator'], { createdBy: ada }],
  // It fills the shared column of assignees, so policies know it as that too.
  [['carrier', 'assignee'], { fields: { carrier: ada } }],
  [['carrier', 'assignee'], { fields: { carrier: crew } }],
  [['witnesses'], { fields: { witnesses: [other, ada] } }],
])('%j are held by %j', (roles, change) => {
  expect(rolesOf(change)).toEqual(roles);
});

it('entityOwner is held by whoever owns an entity that is named', () => {
  expect(rolesOf({}, [other, crew])).toEqual(['entityOwner']);
});

it('roles of the process come from the claims', () => {
  const roles = heldRoles(parcel, record, {
    entityRefs: [ada],
    processRoles: ['manager', 'staff'],
  });
  expect([...roles]).toEqual(['process:manager', 'process:staff']);
});

it('fields that name no people give no role', () => {
  expect(rolesOf({ fields: { content: ada, ship: ada } })).toEqual([]);
});

it('whoever is nobody holds nothing, even where fields are empty', () => {
  expect(rolesOf({}, [], [])).toEqual([]);
});
