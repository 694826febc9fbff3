import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RecordService } from '../records/RecordService';
import { createCreateRecordAction } from './createCreateRecordAction';
import { createGetRecordAction } from './createGetRecordAction';
import { createQueryRecordsAction } from './createQueryRecordsAction';
import { createTransitionRecordAction } from './createTransitionRecordAction';

/** Registers what agents, templates and the command line can do with records. */
export function registerRecordActions(options: {
  actionsRegistry: ActionsRegistryService;
  service: RecordService;
}) {
  createCreateRecordAction(options);
  createGetRecordAction(options);
  createQueryRecordsAction(options);
  createTransitionRecordAction(options);
}
