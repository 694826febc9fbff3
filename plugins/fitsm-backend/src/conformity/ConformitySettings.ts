import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { RequirementSet, rowIdsOf } from '@fitsm/plugin-fitsm-common';

const DEFAULT_DAYS = 365;
const MOST_DAYS = 36_500;

/** How old evidence may be, as the organisation set it. */
export class ConformitySettings {
  /** @throws InputError that names the key and what it should hold */
  static fromConfig(
    config: RootConfigService,
    set: RequirementSet,
  ): ConformitySettings {
    const defaultDays =
      config.getOptionalNumber('fitsm.conformity.staleAfterDays') ??
      DEFAULT_DAYS;
    assertDays('fitsm.conformity.staleAfterDays', defaultDays);
    const path = 'fitsm.conformity.intervals';
    // Read whole: a path would take the dot in an id for a step.
    const intervals = config.getOptional(path) ?? {};
    if (typeof intervals !== 'object' || Array.isArray(intervals)) {
      throw new InputError(`${path}: must hold days by the id of a row`);
    }
    const known = new Set(rowIdsOf(set));
    for (const [row, days] of Object.entries(intervals)) {
      if (!known.has(row)) {
        throw new InputError(
          `${path}.${row}: is no row of ${set.standard} ${set.version}; write one such as ${set.groups[0].rows[0].id}`,
        );
      }
      assertDays(`${path}.${row}`, days);
    }
    return new ConformitySettings(
      defaultDays,
      new Map(Object.entries(intervals) as Array<[string, number]>),
    );
  }

  private constructor(
    private readonly defaultDays: number,
    private readonly intervals: ReadonlyMap<string, number>,
  ) {}

  readonly staleAfterDays = (row: string): number =>
    this.intervals.get(row) ?? this.defaultDays;
}

function assertDays(path: string, days: unknown) {
  if (!(typeof days === 'number' && days > 0 && days <= MOST_DAYS)) {
    throw new InputError(
      `${path}: must be more than 0 and at most ${MOST_DAYS} days`,
    );
  }
}
