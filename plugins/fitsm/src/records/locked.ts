import { AnyRecordType, listOf, Transition } from '@fitsm/plugin-fitsm-common';

/** Why a record cannot be edited in its state; undefined where it can. */
export function lockedReason(
  { lifecycle }: AnyRecordType,
  state: string,
): string | undefined {
  const found = lifecycle.states[state];
  if (!found?.locked) return undefined;
  const waysOut = Object.values<Transition>(lifecycle.transitions).filter(
    ({ from, to, by }) =>
      from.includes(state) && by.length && !lifecycle.states[to].locked,
  );
  const wayOut = waysOut.length
    ? ` To change it, ${listOf(
        waysOut.map(({ label }) => `“${label}”`),
      )} comes first.`
    : '';
  return `It is “${found.label}”, and what it holds is settled.${wayOut}`;
}
