import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { EntityDirectory } from '../catalog/EntityDirectory';
import { Outbox } from '../notices/Outbox';
import { RecordService } from '../records/RecordService';
import {
  AUTOMATIC_TRANSITIONS_JOB,
  moveDueRecords,
} from './automaticTransitions';
import { REFRESH_ENTITIES_JOB, refreshEntities } from './refreshEntities';

/** What happens by itself. Of several backends, one does each at a time. */
export async function scheduleJobs(options: {
  scheduler: SchedulerService;
  knex: Knex;
  service: RecordService;
  directory: EntityDirectory;
  outbox: Outbox;
  logger: LoggerService;
}): Promise<void> {
  const { scheduler, outbox } = options;
  await scheduler.scheduleTask({
    id: AUTOMATIC_TRANSITIONS_JOB,
    frequency: { seconds: 5 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
    fn: async signal => {
      await moveDueRecords({ ...options, now: new Date(), signal });
    },
  });
  await scheduler.scheduleTask({
    id: 'tell-what-was-left-untold',
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 30 },
    fn: async () => {
      await outbox.catchUp();
    },
  });
  await scheduler.scheduleTask({
    id: REFRESH_ENTITIES_JOB,
    frequency: { minutes: 10 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 1 },
    fn: async signal => {
      await refreshEntities({ ...options, now: new Date(), signal });
    },
  });
}
