import { EntityRecordsContent } from '../../records/EntityRecordsContent';

export const EntityIncidentsContent = () => (
  <EntityRecordsContent type="incident" />
);
