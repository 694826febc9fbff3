import { Progress } from '@backstage/core-components';
import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { AnyRecordType } from '@fitsm/plugin-fitsm-common';
import { fieldInColumn } from './attributes';
import { createLabel, CreateRecordLink } from './CreateRecordLink';
import { inSentence } from './inSentence';
import { queryOf, QueueTab, queueTabs } from './queueState';
import { RecordFilters } from './RecordFilters';
import { RecordTable } from './RecordTable';
import styles from './records.module.css';
import { Me, useMe } from './useMe';
import { useQueueState } from './useQueueState';
import { useRecordPage } from './useRecordPage';
import { useRecordTypes } from './useRecordTypes';

const tabLabels: Record<QueueTab, string> = {
  mine: 'Mine',
  groups: "My groups'",
  unassigned: 'Unassigned',
  all: 'All',
};

/** What an empty list asks one to do next. */
const NothingHere = (props: { definition: AnyRecordType; tab: QueueTab }) => {
  const { definition, tab } = props;
  const { canCreate } = useRecordTypes();
  const many = inSentence(definition.label.many);
  const next = {
    mine: `None of these ${many} is yours. Look under Unassigned for one that waits for somebody.`,
    groups: `Your groups have none of these ${many}. All shows those of everybody.`,
    unassigned: `Every one of these ${many} has somebody who works on it.`,
    all: canCreate(definition.name)
      ? `There are no such ${many}. Choose more under Status, or use “${createLabel(
          definition,
        )}”.`
      : `There are no such ${many} that you may see. Choose more under Status.`,
  };
  return <Text color="secondary">{next[tab]}</Text>;
};

const QueueTable = (props: { definition: AnyRecordType; me: Me }) => {
  const { definition, me } = props;
  const { state, change, goToNextPage, goToPreviousPage } = useQueueState();
  const found = useRecordPage(queryOf(definition, state, me));
  const nextCursor = found.page?.pageInfo.nextCursor;
  return (
    <div className={styles.section}>
      <RecordFilters definition={definition} state={state} onChange={change} />
      <RecordTable
        definition={definition}
        found={found}
        order={state.order}
        onOrderChange={order => change({ order })}
        onNextPage={() => nextCursor && goToNextPage(nextCursor)}
        onPreviousPage={goToPreviousPage}
        emptyState={<NothingHere definition={definition} tab={state.tab} />}
      />
    </div>
  );
};

/** The records of one type that wait for work, newest first. */
export const RecordQueue = ({ definition }: { definition: AnyRecordType }) => {
  const me = useMe();
  const { state, change } = useQueueState();
  const tabs = queueTabs.filter(
    tab => tab !== 'unassigned' || fieldInColumn(definition, 'assignee'),
  );
  return (
    <div className={`${styles.section} ${styles.inTabs}`}>
      <div className={styles.row}>
        <CreateRecordLink definition={definition} />
      </div>
      <Tabs
        selectedKey={state.tab}
        onSelectionChange={key => change({ tab: key as QueueTab })}
      >
        <TabList aria-label={`Whose ${definition.label.many}`}>
          {tabs.map(tab => (
            <Tab key={tab} id={tab}>
              {tabLabels[tab]}
            </Tab>
          ))}
        </TabList>
        {tabs.map(tab => (
          <TabPanel key={tab} id={tab}>
            {me ? <QueueTable definition={definition} me={me} /> : <Progress />}
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
};
