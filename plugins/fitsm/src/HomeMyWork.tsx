import { MyWork } from './records/MyWork';
import { RecordTypesProvider } from './records/useRecordTypes';

/** My open work, for the home page. */
export const HomeMyWork = () => (
  <RecordTypesProvider>
    <MyWork />
  </RecordTypesProvider>
);
