import { useRouteRef } from '@backstage/core-plugin-api';
import {
  ErrorPage,
  Progress,
  ResponseErrorPanel,
} from '@backstage/core-components';
import {
  Card,
  CardBody,
  CardHeader,
  Container,
  Header,
  Text,
} from '@backstage/ui';
import {
  AnyRecordType,
  isEmptyValue,
  RecordDetails,
} from '@fitsm/plugin-fitsm-common';
import { ReactNode, useState } from 'react';
import { useParams } from 'react-router-dom';
import { EntityLinksContext } from '../fields';
import { Instant } from '../Instant';
import { processRouteRef } from '../routes';
import { fieldsOf, valueOf } from './attributes';
import { PriorityBadge, StateBadge } from './Badges';
import { EditRecord } from './EditRecord';
import { ErrorAlert } from './ErrorAlert';
import { errorName } from './errors';
import { RecordApprovals } from './RecordApprovals';
import { RecordDiscussion } from './RecordDiscussion';
import { RecordHistory } from './RecordHistory';
import { RecordLinks } from './RecordLinks';
import { RecordMenu } from './RecordMenu';
import styles from './records.module.css';
import { RecordValues } from './RecordValues';
import { TransitionButtons } from './TransitionButtons';
import { RecordState, useRecord } from './useRecord';
import { useRecordTypes } from './useRecordTypes';

const Section = (props: { title: string; children: ReactNode }) => (
  <Card>
    <CardHeader>
      <Text as="h3" variant="title-x-small">
        {props.title}
      </Text>
    </CardHeader>
    <CardBody>{props.children}</CardBody>
  </Card>
);

const RecordHeader = (props: {
  definition: AnyRecordType;
  details: RecordDetails;
  actions: ReactNode;
}) => {
  const { definition, details, actions } = props;
  const { record } = details;
  const { processes } = useRecordTypes();
  const processRoute = useRouteRef(processRouteRef);
  const process = processes.find(({ recordTypes }) =>
    recordTypes.includes(definition.name),
  );
  return (
    <Header
      className={styles.header}
      title={record.title}
      tags={[
        ...(process
          ? [
              {
                label: definition.label.many,
                href: processRoute({ process: process.code }),
              },
            ]
          : []),
        { label: record.id },
      ]}
      metadata={[
        {
          label: 'State',
          value: (
            <>
              <StateBadge record={record} /> since{' '}
              <Instant at={record.stateSince} exact />
            </>
          ),
        },
        ...(record.priority === undefined
          ? []
          : [
              {
                label: 'Priority',
                value: (
                  <>
                    <PriorityBadge record={record} />
                    {record.priorityOverridden && ' set by hand'}
                  </>
                ),
              },
            ]),
        ...(record.restricted
          ? [{ label: 'Restricted', value: 'to those involved' }]
          : []),
      ]}
      customActions={actions}
    />
  );
};

/** Fields by the sections of the form; people have a place of their own. */
const RecordSections = (props: {
  definition: AnyRecordType;
  details: RecordDetails;
}) => {
  const { definition, details } = props;
  const fields = fieldsOf(definition);
  return (
    <>
      {definition.form
        .map(({ title, fields: names }) => ({
          title,
          names: names.filter(
            name =>
              name !== 'title' &&
              fields[name].kind !== 'person' &&
              !isEmptyValue(valueOf(details.record, name)),
          ),
        }))
        .filter(({ names }) => names.length)
        .map(({ title, names }) => (
          <Section key={title} title={title}>
            <RecordValues
              definition={definition}
              record={details.record}
              names={names}
            />
          </Section>
        ))}
    </>
  );
};

const RecordAside = (props: {
  definition: AnyRecordType;
  details: RecordDetails;
  onChanged(): Promise<void>;
}) => {
  const { definition, details, onChanged } = props;
  const people = Object.keys(definition.fields).filter(
    name => definition.fields[name].kind === 'person',
  );
  return (
    <aside className={styles.section} aria-label="People, links and dates">
      <Section title="People">
        <RecordValues
          definition={definition}
          record={details.record}
          names={['owner', ...people]}
        />
      </Section>
      <Section title="Links">
        <RecordLinks
          definition={definition}
          details={details}
          onChanged={onChanged}
        />
      </Section>
      <Section title="Dates">
        <RecordValues
          definition={definition}
          record={details.record}
          names={['createdAt', 'updatedAt', 'closedAt']}
        />
      </Section>
    </aside>
  );
};

const LoadedRecord = (props: {
  definition: AnyRecordType;
  details: RecordDetails;
  state: RecordState;
}) => {
  const { definition, details, state } = props;
  const { version, reload } = state;
  const { record, access } = details;
  const [isEditing, setEditing] = useState(false);
  const [hasEdited, setEdited] = useState(false);

  return (
    <EntityLinksContext.Provider value={details.entities}>
      <RecordHeader
        definition={definition}
        details={details}
        actions={
          !isEditing && (
            <RecordMenu
              definition={definition}
              details={details}
              keepsFocus={hasEdited}
              onEdit={() => {
                setEditing(true);
                setEdited(true);
              }}
              onChanged={reload}
            />
          )
        }
      />
      <Container>
        <ErrorAlert title="This may be out of date" error={state.error} />
        {isEditing ? (
          <EditRecord
            definition={definition}
            record={record}
            onSaved={async () => {
              await reload();
              setEditing(false);
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <div className={styles.section}>
            <TransitionButtons
              definition={definition}
              details={details}
              onMoved={reload}
            />
            <div className={styles.page}>
              <div className={styles.section}>
                {details.approvals.length > 0 && (
                  <Section title="Votes">
                    <RecordApprovals details={details} onVoted={reload} />
                  </Section>
                )}
                <RecordSections definition={definition} details={details} />
                <Section title="Discussion">
                  <RecordDiscussion
                    id={record.id}
                    can={access.can}
                    version={version}
                    onCommented={reload}
                  />
                </Section>
                <Section title="History">
                  <RecordHistory
                    definition={definition}
                    id={record.id}
                    version={version}
                  />
                </Section>
              </div>
              <RecordAside
                definition={definition}
                details={details}
                onChanged={reload}
              />
            </div>
          </div>
        )}
      </Container>
    </EntityLinksContext.Provider>
  );
};

const RecordById = ({ id }: { id: string }) => {
  const state = useRecord(id);
  const { details, error } = state;
  const { definitionOf } = useRecordTypes();
  const definition = details && definitionOf(details.record.type);

  if (error && errorName(error) === 'NotFoundError') {
    return (
      <ErrorPage
        status="404"
        statusMessage={`There is no record ${id}, or you may not see it`}
      />
    );
  }
  if (!details) {
    return error ? <ResponseErrorPanel error={error} /> : <Progress />;
  }
  if (!definition) {
    return (
      <ErrorPage
        statusMessage={`${id} is of the type '${details.record.type}', which is switched off here`}
      />
    );
  }
  return (
    <LoadedRecord definition={definition} details={details} state={state} />
  );
};

/** All about one record, and what can be done with it. */
export const RecordPage = () => {
  const { id = '' } = useParams();
  return <RecordById key={id} id={id} />;
};
