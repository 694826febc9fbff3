import { parcel } from '../testing/parcel';
import { checkTransition, stateCategoryOf } from './checkTransition';

const check = (change: Partial<Parameters<typeof checkTransition>[0]> = {}) =>
  checkTransition({
    definition: parcel,
    record: {
      state: 'packed',
      fields: { weight: 2, carrier: 'user:default/ada' },
    },
    transition: 'send',
    heldRoles: new Set(['owner']),
    ...change,
  });
const sent = { state: 'sent', fields: {} };

it('TRN-1 a transition is open to each of its parties', () => {
  for (const role of ['owner', 'carrier', 'process:staff']) {
    expect(check({ heldRoles: new Set(['witnesses', role]) })).toBeUndefined();
  }
});

it('TRN-1 what is open to anyone needs no role', () => {
  const sendBack = {
    record: sent,
    transition: 'sendBack',
    reason: 'Too heavy',
  };
  expect(check({ ...sendBack, heldRoles: new Set() })).toBeUndefined();
});

it('TRN-1 from another state it is refused', () => {
  expect(check({ record: { ...sent, state: 'arrived' } })).toEqual({
    reason: 'state',
    message: "'Send' is open only from 'Packed'; this parcel is 'Arrived'.",
  });
});

it.each(['fly', 'constructor', '__proto__', 'toString'])(
  'TRN-1 %s is no transition',
  transition => {
    expect(check({ transition })).toEqual({
      reason: 'state',
      message: `'${transition}' is not something that can be done with this parcel.`,
    });
  },
);

it('TRN-1 without a role it is refused, and who may is named', () => {
  expect(check({ heldRoles: new Set(['witnesses', 'process:owner']) })).toEqual(
    {
      reason: 'role',
      message: 'Only sender, carrier or the process staff can do this.',
    },
  );
  expect(
    check({ record: sent, transition: 'arrive', heldRoles: new Set() }),
  ).toEqual({
    reason: 'role',
    message: 'Only owners of an affected entity can do this.',
  });
});

it.each([
  ['is not there', {}, undefined],
  ['is empty', { weight: null, carrier: '' }, undefined],
  [
    'is taken away',
    { weight: 2, carrier: 'user:default/ada' },
    { weight: null, carrier: [] },
  ],
])('TRN-1 a needed field that %s is named', (_, fields, given) => {
  expect(check({ record: { state: 'packed', fields }, given })).toEqual({
    reason: 'missingFields',
    message: 'Fill in Weight and Carrier first.',
    fields: ['weight', 'carrier'],
  });
});

it('TRN-1 needed fields can be given with it', () => {
  const given = { weight: 0, carrier: 'user:default/ada' };
  expect(
    check({ record: { state: 'packed', fields: {} }, given }),
  ).toBeUndefined();
});

it.each([undefined, '', '  '])('TRN-1 %j is no reason', reason => {
  expect(check({ record: sent, transition: 'sendBack', reason })).toEqual({
    reason: 'missingReason',
    message: 'Say why, in a sentence.',
  });
});

it('a state that the type does not have is named with those it has', () => {
  expect(stateCategoryOf(parcel, 'arrived')).toBe('closed');
  expect(() => stateCategoryOf(parcel, 'lost')).toThrow(
    "parcel has no state 'lost': use one of packed, sent, arrived",
  );
});
