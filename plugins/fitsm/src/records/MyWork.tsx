import { Progress } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import { RecordQuery } from '@fitsm/plugin-fitsm-common';
import { ReactNode } from 'react';
import { RecordTable } from './RecordTable';
import styles from './records.module.css';
import { useLocalPage } from './useLocalPage';
import { Me, useMe } from './useMe';

const WorkList = (props: {
  title: string;
  query: RecordQuery;
  emptyState: ReactNode;
}) => {
  const { title, query, emptyState } = props;
  const { found, onNextPage, onPreviousPage } = useLocalPage(query);
  return (
    <section className={styles.section} aria-label={title}>
      <Text as="h3" variant="title-x-small" className={styles.heading}>
        {title}
      </Text>
      <RecordTable
        found={found}
        onNextPage={onNextPage}
        onPreviousPage={onPreviousPage}
        emptyState={<Text color="secondary">{emptyState}</Text>}
      />
    </section>
  );
};

const open: RecordQuery = {
  category: ['open', 'waiting'],
  order: { field: 'createdAt', direction: 'desc' },
  limit: 10,
};

const WorkOf = ({ me }: { me: Me }) => (
  <>
    <WorkList
      title="Assigned to me"
      query={{ ...open, assignee: [me.userRef] }}
      emptyState="Nothing is assigned to you. Take something that waits for your groups."
    />
    {me.groupRefs.length > 0 && (
      <WorkList
        title="For my groups, nobody works on it yet"
        query={{ ...open, assignedGroup: me.groupRefs, assignee: ['none'] }}
        emptyState="Nothing waits for your groups."
      />
    )}
    <WorkList
      title="Raised by me"
      query={{ ...open, createdBy: [me.userRef] }}
      emptyState="You have raised nothing that is still open."
    />
  </>
);

/** What waits for me and my groups, and what I wait for. */
export const MyWork = () => {
  const me = useMe();
  return (
    <div className={styles.section}>
      {me ? <WorkOf me={me} /> : <Progress />}
    </div>
  );
};
