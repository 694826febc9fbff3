import { incident } from '../processes';
import { parcel } from '../testing/parcel';
import { priorityFor } from './priority';

const grades = ['high', 'medium', 'low'];

it.each([
  [1, 1, 1],
  [1, 2, 2],
  [1, 3, 3],
  [2, 1, 2],
  [2, 2, 3],
  [2, 3, 4],
  [3, 1, 3],
  [3, 2, 4],
  [3, 3, 4],
])('impact %d with urgency %d is priority %d', (impact, urgency, priority) => {
  expect(
    priorityFor(incident, {
      impact: grades[impact - 1],
      urgency: grades[urgency - 1],
    }),
  ).toBe(priority);
});

it.each([
  {},
  { impact: 'high' },
  { urgency: 'high' },
  { impact: 'huge', urgency: 'high' },
  { impact: ['high'], urgency: 'high' },
])('%j has no priority', fields => {
  expect(priorityFor(incident, fields)).toBeUndefined();
});

it('the fields that count are those the definition names', () => {
  expect(priorityFor(parcel, { size: 'large', haste: 'soon' })).toBe(1);
  const { prioritised: _, ...without } = parcel;
  expect(
    priorityFor(without, { size: 'large', haste: 'soon' }),
  ).toBeUndefined();
});
