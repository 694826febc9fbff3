import { useRouteRef } from '@backstage/core-plugin-api';
import { ErrorPage } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Container, Header } from '@backstage/ui';
import { AnyRecordType } from '@fitsm/plugin-fitsm-common';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { fitsmApiRef } from '../api';
import { recordRouteRef } from '../routes';
import { createLabel } from './CreateRecordLink';
import { Draft, draftOfParams, emptyDraft, newRecordOf } from './draft';
import { RecordForm } from './RecordForm';
import { useRecordTypes } from './useRecordTypes';

/** Not `randomUUID`: browsers offer that over https only. */
const randomKey = () =>
  Array.from(window.crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const CreateRecord = ({ definition }: { definition: AnyRecordType }) => {
  const fitsmApi = useApi(fitsmApiRef);
  const { canCreate } = useRecordTypes();
  const navigate = useNavigate();
  const recordRoute = useRouteRef(recordRouteRef);
  const [params] = useSearchParams();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...emptyDraft(definition),
    ...draftOfParams(definition, params),
  }));
  // The same key for each try of this form: a repeated one makes no second
  // record (REC-4).
  const [idempotencyKey] = useState(randomKey);

  const create = async () => {
    const { id } = await fitsmApi.createRecord(
      definition.name,
      newRecordOf(definition, draft),
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
            submitLabel={createLabel(definition)}
            onSubmit={create}
            onCancel={() => navigate(-1)}
          />
        ) : (
          <Alert
            status="warning"
            icon
            title={`You may not create ${definition.label.many.toLocaleLowerCase(
              'en',
            )}`}
            description="Ask those who look after this portal for the permission."
          />
        )}
      </Container>
    </>
  );
};

/** The form for a new record; its query fills in fields. */
export const CreateRecordPage = () => {
  const { type = '' } = useParams();
  const definition = useRecordTypes().definitionOf(type);
  return definition ? (
    <CreateRecord key={type} definition={definition} />
  ) : (
    <ErrorPage
      status="404"
      statusMessage={`There are no records of a type '${type}' here`}
    />
  );
};
