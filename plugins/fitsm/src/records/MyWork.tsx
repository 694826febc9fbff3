import { Progress } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import { RecordQuery } from '@fitsm/plugin-fitsm-common';
import { dueAtOf, dueWithin, dutyColumns } from './duties';
import { RecordTable } from './RecordTable';
import styles from './records.module.css';
import { Me, useMe } from './useMe';
import { RecordPageState, useRecordPage } from './useRecordPage';
import { useRecordTypes } from './useRecordTypes';
import { WorkList, WorkSection } from './WorkList';

const DUTY_DAYS = 30;

const open: RecordQuery = {
  category: ['open', 'waiting'],
  order: { field: 'createdAt', direction: 'desc' },
  limit: 10,
};

/**
 * What is due of the records that somebody owns and of those that are assigned
 * to them: two questions to the server, whose conditions are joined by AND.
 */
function useDuties(me: Me): RecordPageState & { hasMore: boolean } {
  const { definitionOf } = useRecordTypes();
  const query = { ...dueWithin(DUTY_DAYS), limit: 50 };
  const owned = useRecordPage({ ...query, owner: [me.userRef] });
  const assigned = useRecordPage({ ...query, assignee: [me.userRef] });
  const pages = [owned.page, assigned.page];
  const found = pages.flatMap(page => page?.items ?? []);
  const due = [...new Map(found.map(record => [record.id, record])).values()]
    .map(record => {
      const definition = definitionOf(record.type);
      return { record, at: (definition && dueAtOf(definition, record)) ?? '' };
    })
    .sort((one, other) => one.at.localeCompare(other.at));
  return {
    error: owned.error ?? assigned.error,
    hasMore: pages.some(page => page?.pageInfo.nextCursor),
    isStale: owned.isStale || assigned.isStale,
    page: pages.every(Boolean)
      ? { items: due.map(({ record }) => record), pageInfo: {} }
      : undefined,
  };
}

const Duties = ({ me }: { me: Me }) => {
  const { hasMore, ...found } = useDuties(me);
  return (
    <WorkSection title="Due">
      <RecordTable
        columns={dutyColumns}
        found={found}
        emptyState={
          <Text color="secondary">
            Nothing of yours is due in the next {DUTY_DAYS} days.
          </Text>
        }
      />
      {hasMore && (
        <Text color="secondary">
          There is more than this. The page of each process lists all of its
          duties.
        </Text>
      )}
    </WorkSection>
  );
};

const WorkOf = ({ me }: { me: Me }) => (
  <>
    <WorkList
      title="Waits for my decision"
      query={{ ...open, awaiting: [me.userRef, ...me.groupRefs] }}
      emptyState="Nobody waits for your vote."
    />
    <Duties me={me} />
    <WorkList
      title="Assigned to me"
      query={{ ...open, assignee: [me.userRef] }}
      emptyState="Nothing is assigned to you. Take something that waits for your groups."
    />
    <WorkList
      title="Owned by me"
      query={{ ...open, owner: [me.userRef] }}
      emptyState="You answer for nothing that is still open."
    />
    {me.groupRefs.length > 0 && (
      <WorkList
        title="For my groups, nobody works on it yet"
        query={{
          ...open,
          // What is in force or waits for others is nothing to take.
          category: ['open'],
          assignedGroup: me.groupRefs,
          assignee: ['none'],
        }}
        emptyState="Nothing waits for your groups."
      />
    )}
    <WorkList
      title="Created by me"
      query={{ ...open, createdBy: [me.userRef] }}
      emptyState="You have created nothing that is still open."
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
