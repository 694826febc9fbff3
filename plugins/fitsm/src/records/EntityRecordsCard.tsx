import { useRouteRef } from '@backstage/core-plugin-api';
import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import {
  EntityInfoCard,
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { AnyRecordType } from '@fitsm/plugin-fitsm-common';
import { recordRouteRef } from '../routes';
import { PriorityBadge, StateBadge } from './Badges';
import { entityQuery, isWhole } from './entityRecords';
import { inSentence } from './inSentence';
import styles from './records.module.css';
import { useRecordPage } from './useRecordPage';
import { RecordTypesProvider, useRecordTypes } from './useRecordTypes';

/** So many of the worst are named. */
const WORST = 3;

const OpenRecords = (props: { definition: AnyRecordType; tabPath: string }) => {
  const { definition, tabPath } = props;
  const { entity } = useEntity();
  const entityRoute = useRouteRef(entityRouteRef);
  const recordRoute = useRouteRef(recordRouteRef);
  const { page, error } = useRecordPage({
    type: [definition.name],
    ...entityQuery(entity, isWhole(entity)),
    category: ['open', 'waiting'],
    order: definition.prioritised
      ? { field: 'priority', direction: 'asc' }
      : { field: 'createdAt', direction: 'desc' },
    limit: WORST,
    totalItems: 'include',
  });
  const many = inSentence(definition.label.many);

  if (error) return <ResponseErrorPanel error={error} />;
  if (!page) return <Progress />;
  return (
    <div className={styles.section}>
      <Text>
        {page.totalItems
          ? `${page.totalItems} not closed`
          : `No open ${many} are known.`}
      </Text>
      <ul className={styles.list}>
        {page.items.map(record => (
          <li key={record.id} className={styles.row}>
            <PriorityBadge record={record} />
            <StateBadge record={record} />
            <Link href={recordRoute({ id: record.id })}>
              {record.id} {record.title}
            </Link>
          </li>
        ))}
      </ul>
      <Link href={`${entityRoute(entityRouteParams(entity))}${tabPath}`}>
        All {many}
      </Link>
    </div>
  );
};

const OfType = (props: { type: string; tabPath: string }) => {
  const definition = useRecordTypes().definitionOf(props.type);
  return definition ? (
    <OpenRecords definition={definition} tabPath={props.tabPath} />
  ) : (
    <Text color="secondary">
      This kind of records is switched off here (fitsm.processes).
    </Text>
  );
};

/** How many records of a type are open for an entity, and the worst of them. */
export const EntityRecordsCard = (props: {
  title: string;
  type: string;
  /** Where the entity's page has them all. */
  tabPath: string;
}) => (
  <EntityInfoCard title={props.title}>
    <RecordTypesProvider>
      <OfType type={props.type} tabPath={props.tabPath} />
    </RecordTypesProvider>
  </EntityInfoCard>
);
