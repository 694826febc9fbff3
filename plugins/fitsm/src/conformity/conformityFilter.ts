import {
  ConformityGroup,
  ConformityState,
  conformityStates,
  RequirementSection,
} from '@fitsm/plugin-fitsm-common';

/** All that one has chosen on the page; it lives in the query of the URL. */
export interface ConformityFilter {
  state: ConformityState[];
  process: string[];
  section: RequirementSection[];
  text: string;
}

export const sections: ReadonlyArray<RequirementSection> = [
  'activity',
  'setup',
  'input',
  'ongoing',
  'output',
];

const isOneOf =
  <T extends string>(allowed: ReadonlyArray<T>) =>
  (value: string): value is T =>
    allowed.some(one => one === value);

/** Reads a URL, whatever somebody has typed into it. */
export function conformityFilterOf(params: URLSearchParams): ConformityFilter {
  return {
    state: params.getAll('state').filter(isOneOf(conformityStates)),
    process: params.getAll('process'),
    section: params.getAll('section').filter(isOneOf(sections)),
    text: params.get('text') ?? '',
  };
}

/** Writes what is chosen; other parameters stay. */
export function withConformityFilter(
  params: URLSearchParams,
  changes: Partial<ConformityFilter>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of [value].flat()) {
      if (one) next.append(name, one);
    }
  }
  return next;
}

/** The rows that fit, below the requirements that have some. */
export function filterGroups(
  groups: ReadonlyArray<ConformityGroup>,
  { state, process, section, text }: ConformityFilter,
): ConformityGroup[] {
  const fits = (chosen: ReadonlyArray<string>, value: string) =>
    !chosen.length || chosen.includes(value);
  const wanted = text.trim().toLocaleLowerCase('en');
  return groups
    .filter(group => fits(process, group.process))
    .map(group => ({
      ...group,
      rows: group.rows.filter(
        row =>
          fits(state, row.state) &&
          fits(section, row.section) &&
          [row.id, row.text, group.title].some(words =>
            words.toLocaleLowerCase('en').includes(wanted),
          ),
      ),
    }))
    .filter(({ rows }) => rows.length);
}
