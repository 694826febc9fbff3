import { assertDefinitions } from '../engine';
import { recordTypes } from '.';

it('the definitions of all processes can be used', () => {
  expect(() => assertDefinitions(recordTypes)).not.toThrow();
});

it.each(recordTypes)('the definition of $name survives JSON', definition => {
  expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
});
