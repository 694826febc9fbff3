import { LoggerService } from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import { Knex } from 'knex';
import { RecordService } from '../records/RecordService';
import { isReminder } from '../records/timers';

const BATCH = 100;
/** A transition that failed is tried again so much later. */
const RETRY_MS = 15 * 60_000;
export const AUTOMATIC_TRANSITIONS_JOB = 'automatic-transitions';

/**
 * Moves the records whose time has come, and reminds people of what is due. It asks for due timers only, so its
 * cost does not grow with their number. Several backends may do it at once: a
 * record moves once, as a second move finds it changed.
 *
 * @returns how many records moved
 */
export async function moveDueRecords(options: {
  knex: Knex;
  service: RecordService;
  logger: LoggerService;
  now: Date;
  signal?: AbortSignal;
}): Promise<number> {
  const { knex, service, logger, now, signal } = options;
  let moved = 0;
  while (!signal?.aborted) {
    const due: Array<{ record_id: string; name: string }> = await knex(
      'record_timers',
    )
      .select('record_id', 'name')
      .where('due_at', '<=', now.toISOString())
      .orderBy('due_at')
      .limit(BATCH);
    for (const timer of due) {
      const { record_id: id, name } = timer;
      try {
        if (isReminder(name)) {
          await service.remind(id, name);
          continue;
        }
        const outcome = await service.transitionBySchedule(
          AUTOMATIC_TRANSITIONS_JOB,
          id,
          name,
        );
        if (outcome === 'moved') {
          moved += 1;
        } else {
          await postpone(knex, timer, now);
        }
      } catch (error) {
        if (!(isError(error) && error.name === 'ConflictError')) {
          logger.warn(
            `${id} could not move by '${name}': ${toError(error).message}`,
          );
        }
        await postpone(knex, timer, now);
      }
    }
    if (due.length < BATCH) {
      break;
    }
  }
  return moved;
}

async function postpone(
  knex: Knex,
  { record_id, name }: { record_id: string; name: string },
  now: Date,
) {
  await knex('record_timers')
    .where({ record_id, name })
    .where('due_at', '<=', now.toISOString())
    .update({ due_at: new Date(now.getTime() + RETRY_MS).toISOString() });
}
