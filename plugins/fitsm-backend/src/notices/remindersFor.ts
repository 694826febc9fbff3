import { AnyRecordType, ApprovalRound } from '@fitsm/plugin-fitsm-common';
import { StoredRecord } from '../records/rows';
import {
  dueOf,
  OVERDUE_REMINDER,
  remindedField,
  VOTE_REMINDER,
} from '../records/timers';
import { Notices } from './notices';

/**
 * What people are told when something about a record is due: its owner and who
 * works on it, then the manager of its process; and those whose votes it waits
 * for.
 */
export function remindersFor(options: {
  definition: AnyRecordType;
  record: StoredRecord;
  timer: string;
  /** The newest round of votes. */
  round?: ApprovalRound;
  managers: ReadonlyArray<string>;
}): Notices | undefined {
  const { definition, record, timer, round, managers } = options;
  const { id, title } = record;
  const reminder = (
    to: ReadonlyArray<string>,
    text: string,
    due: string | undefined,
  ): Notices | undefined =>
    due && to.length
      ? {
          signals: [],
          notifications: [
            {
              to: [...new Set(to)],
              title: `${id} ${text}`,
              description: title,
              link: `/fitsm/records/${id}`,
              topic: definition.label.many,
              severity: 'normal',
              scope: `fitsm:${id}${timer}:${due}`,
            },
          ],
        }
      : undefined;
  const field = remindedField(timer);
  if (field) {
    const workers = Object.entries(definition.fields)
      .filter(([, one]) => one.kind === 'person' && one.column !== undefined)
      .flatMap(([name]) => [record.fields[name] ?? []].flat().map(String));
    const { label } = definition.fields[field] ?? { label: field };
    return reminder(
      [record.owner, ...workers],
      `is due: ${label.toLocaleLowerCase('en')}`,
      record.fields[field] as string | undefined,
    );
  }
  switch (timer) {
    case OVERDUE_REMINDER:
      return reminder(managers, 'is overdue', dueOf(definition, record));
    case VOTE_REMINDER: {
      const answered = new Set(round?.votes.map(({ asked }) => asked));
      const late = round?.asked.filter(ref => !answered.has(ref)) ?? [];
      return round && !round.closedAt
        ? reminder(late, 'still waits for your vote', round.dueAt)
        : undefined;
    }
    default:
      throw new Error(`There is no reminder '${timer}'`);
  }
}
