import { ErrorPage, Progress } from '@backstage/core-components';
import { Container, Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { AnyRecordType, RecordTypeCatalog } from '@fitsm/plugin-fitsm-common';
import { lazy, Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { fieldInColumn } from './attributes';
import { dueWithin, dutyColumns } from './duties';
import { FitsmPageHeader } from './FitsmPageHeader';
import { inSentence } from './inSentence';
import { withoutQueueState } from './queueState';
import { RecordQueue } from './RecordQueue';
import styles from './records.module.css';
import { useRecordTypes } from './useRecordTypes';
import { RecordList, WorkList, WorkSection } from './WorkList';

// Charts are large, and the queues do not wait for them.
const ProcessKpis = lazy(() =>
  import('../kpis/ProcessKpis').then(m => ({ default: m.ProcessKpis })),
);

const DUTY_DAYS = 90;

type Process = RecordTypeCatalog['processes'][number];

/** The queues, one a record type; which of them is seen is in the URL. */
const Queues = ({ definitions }: { definitions: AnyRecordType[] }) => {
  const [params, setParams] = useSearchParams();
  const [first] = definitions;
  const shown =
    definitions.find(({ name }) => name === params.get('type')) ?? first;
  if (definitions.length === 1) return <RecordQueue definition={first} />;
  return (
    <Tabs
      className={styles.inTabs}
      selectedKey={shown.name}
      // What one chose in one queue means nothing in another.
      onSelectionChange={key =>
        setParams(
          current => {
            const next = withoutQueueState(current);
            next.set('type', String(key));
            return next;
          },
          { replace: true },
        )
      }
    >
      <div className={styles.tabs}>
        <TabList aria-label="Kinds of records">
          {definitions.map(({ name, label }) => (
            <Tab key={name} id={name}>
              {label.many}
            </Tab>
          ))}
        </TabList>
      </div>
      {definitions.map(definition => (
        <TabPanel key={definition.name} id={definition.name}>
          <RecordQueue definition={definition} />
        </TabPanel>
      ))}
    </Tabs>
  );
};

/** Records of any process that name this one: its documents, for example. */
const AboutProcess = ({ process }: { process: string }) => {
  const about = useRecordTypes()
    .recordTypes.map(({ definition }) => definition)
    .filter(({ ofProcess }) => ofProcess);
  if (!about.length) return null;
  return (
    <WorkSection title="About the process">
      <Tabs className={styles.inTabs}>
        <div className={styles.tabs}>
          <TabList aria-label="Kinds of records about the process">
            {about.map(({ name, label }) => (
              <Tab key={name} id={name}>
                {label.many}
              </Tab>
            ))}
          </TabList>
        </div>
        {about.map(definition => {
          const { name, label, ofProcess, table } = definition;
          return (
            <TabPanel key={name} id={name}>
              <RecordList
                definition={definition}
                query={{
                  type: [name],
                  choice: [`${ofProcess}:${process}`],
                  category: ['open', 'waiting'],
                  limit: 10,
                }}
                columns={table.columns.filter(column => column !== ofProcess)}
                emptyState={`No ${inSentence(label.many)} name this process.`}
              />
            </TabPanel>
          );
        })}
      </Tabs>
    </WorkSection>
  );
};

/** What is to be done in the process next. */
const Duties = ({ definitions }: { definitions: AnyRecordType[] }) => {
  const types = definitions
    .filter(definition => fieldInColumn(definition, 'dueAt'))
    .map(({ name }) => name);
  if (!types.length) return null;
  return (
    <WorkList
      title="Duties"
      query={{ ...dueWithin(DUTY_DAYS), type: types, limit: 10 }}
      columns={dutyColumns}
      emptyState={`Nothing is due here in the next ${DUTY_DAYS} days.`}
    />
  );
};

const Roles = ({ roles }: Pick<Process, 'roles'>) => (
  <WorkSection title="Roles">
    <dl className={styles.values}>
      {Object.entries(roles).map(([name, { label, description }]) => (
        <div key={name} className={styles.pair}>
          <dt>{label}</dt>
          <dd>
            <Text>{description}</Text>
          </dd>
        </div>
      ))}
    </dl>
  </WorkSection>
);

/** One process: its records, what is due in it, and who does what. */
export const ProcessPage = () => {
  const { process: code = '' } = useParams();
  const { processes, definitionOf } = useRecordTypes();
  const process = processes.find(candidate => candidate.code === code);
  if (!process) {
    return (
      <ErrorPage
        status="404"
        statusMessage={`There is no process '${code}' here`}
      />
    );
  }
  const definitions = process.recordTypes.flatMap(
    type => definitionOf(type) ?? [],
  );
  return (
    <>
      <FitsmPageHeader title={process.label} description={process.purpose} />
      <Container>
        <Suspense fallback={<Progress />}>
          <ProcessKpis process={code} />
        </Suspense>
        {definitions.length > 0 && (
          <Queues key={code} definitions={definitions} />
        )}
        <Duties definitions={definitions} />
        <AboutProcess key={`about ${code}`} process={code} />
        <Roles roles={process.roles} />
      </Container>
    </>
  );
};
