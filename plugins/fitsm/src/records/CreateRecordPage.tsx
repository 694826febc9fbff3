import { useRouteRef } from '@backstage/core-plugin-api';
import {
  ErrorPage,
  Progress,
  ResponseErrorPanel,
} from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Container, Header, Link } from '@backstage/ui';
import { AnyRecordType, FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import useAsync from 'react-use/esm/useAsync';
import { fitsmApiRef } from '../api';
import { recordRouteRef } from '../routes';
import { createLabel } from './CreateRecordLink';
import { Draft, draftOfParams, emptyDraft, newRecordOf } from './draft';
import { inSentence } from './inSentence';
import { carriedDraft } from './raising';
import { RecordForm } from './RecordForm';
import { useRecordTypes } from './useRecordTypes';

/** Not `randomUUID`: browsers offer that over https only. */
const randomKey = () =>
  Array.from(window.crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** The record from which another one is raised, and how they are linked. */
interface Origin {
  relation: string;
  record: FitsmRecord;
  /** What is known of it already. */
  draft: Draft;
}

const OriginNotice = ({ record }: Pick<Origin, 'record'>) => {
  const recordRoute = useRouteRef(recordRouteRef);
  return (
    <Alert
      status="info"
      icon
      title={
        <>
          From{' '}
          <Link href={recordRoute({ id: record.id })}>
            {record.id}: {record.title}
          </Link>
        </>
      }
      description="What is known there is filled in, and the two will be linked."
    />
  );
};

const CreateRecord = (props: {
  definition: AnyRecordType;
  origin?: Origin;
}) => {
  const { definition, origin } = props;
  const fitsmApi = useApi(fitsmApiRef);
  const { canCreate } = useRecordTypes();
  const navigate = useNavigate();
  const recordRoute = useRouteRef(recordRouteRef);
  const [params] = useSearchParams();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...emptyDraft(definition),
    ...origin?.draft,
    ...draftOfParams(definition, params),
  }));
  // The same key for each try of this form: a repeated one makes no second
  // record (REC-4).
  const [idempotencyKey] = useState(randomKey);

  const create = async () => {
    const { id } = await fitsmApi.createRecord(
      definition.name,
      {
        ...newRecordOf(definition, draft),
        ...(origin && {
          links: [{ relation: origin.relation, to: origin.record.id }],
        }),
      },
      { idempotencyKey },
    );
    navigate(recordRoute({ id }), { replace: true });
  };

  return (
    <>
      <Header
        title={createLabel(definition)}
        description={definition.description}
      />
      <Container>
        {canCreate(definition.name) ? (
          <RecordForm
            definition={definition}
            draft={draft}
            onDraftChange={setDraft}
            notice={origin && <OriginNotice record={origin.record} />}
            submitLabel={createLabel(definition)}
            onSubmit={create}
            onCancel={() => navigate(-1)}
          />
        ) : (
          <Alert
            status="warning"
            icon
            title={`You may not create ${inSentence(definition.label.many)}`}
            description="Ask those who look after this portal for the permission."
          />
        )}
      </Container>
    </>
  );
};

/** Reads the record from which one raises, before the form is drawn. */
const RaiseRecord = (props: {
  definition: AnyRecordType;
  from: string;
  relation: string;
}) => {
  const { definition, from, relation } = props;
  const fitsmApi = useApi(fitsmApiRef);
  const { definitionOf } = useRecordTypes();
  const { value, error } = useAsync(
    () => fitsmApi.getRecord(from),
    [fitsmApi, from],
  );
  if (error) return <ResponseErrorPanel error={error} />;
  if (!value) return <Progress />;
  const { record } = value;
  const source = definitionOf(record.type);
  const { raise, to } = definition.relations[relation];
  if (!source || !to.includes(record.type)) {
    return (
      <ErrorPage
        status="404"
        statusMessage={`No ${inSentence(
          definition.label.one,
        )} can be created from ${from} in this way`}
      />
    );
  }
  return (
    <CreateRecord
      definition={definition}
      origin={{
        relation,
        record,
        draft: carriedDraft(definition, raise, source, record),
      }}
    />
  );
};

/** The form for a new record; its query fills in fields, or says from where. */
export const CreateRecordPage = () => {
  const { type = '' } = useParams();
  const [params] = useSearchParams();
  const definition = useRecordTypes().definitionOf(type);
  const from = params.get('from');
  const relation = params.get('relation');
  if (!definition) {
    return (
      <ErrorPage
        status="404"
        statusMessage={`There are no records of a type '${type}' here`}
      />
    );
  }
  return from && relation && Object.hasOwn(definition.relations, relation) ? (
    <RaiseRecord
      key={`${type} ${relation} ${from}`}
      definition={definition}
      from={from}
      relation={relation}
    />
  ) : (
    <CreateRecord key={type} definition={definition} />
  );
};
