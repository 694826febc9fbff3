import { AnyRecordType, FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';

/** When a record moves by itself, by the name of the transition. */
export function timersFor(
  definition: AnyRecordType,
  record: Pick<FitsmRecord, 'state' | 'stateSince'>,
): Array<{ name: string; dueAt: string }> {
  return Object.entries(definition.lifecycle.transitions).flatMap(
    ([name, { automatic, from }]) =>
      automatic && from.includes(record.state)
        ? [
            {
              name,
              dueAt: DateTime.fromISO(record.stateSince, { zone: 'utc' })
                .plus({ days: automatic.afterDays })
                .toISO()!,
            },
          ]
        : [],
  );
}
