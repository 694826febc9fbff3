import { EntityRecordsCard } from '../../records/EntityRecordsCard';
import { INCIDENTS_PATH } from './paths';

export const EntityOpenIncidentsCard = () => (
  <EntityRecordsCard
    title="Open incidents"
    type="incident"
    tabPath={INCIDENTS_PATH}
  />
);
