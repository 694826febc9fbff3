import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { Alert, Container } from '@backstage/ui';
import { ImportsClient } from '@fitsm/plugin-fitsm-common';
import { useMemo, useState } from 'react';
import { FitsmPageHeader } from '../records/FitsmPageHeader';
import { useRecordTypes } from '../records/useRecordTypes';
import { ImportForm } from './ImportForm';
import styles from './importing.module.css';
import { PastImports } from './PastImports';

/** Where administrators import records of other systems. */
export const ImportPage = () => {
  const { canAdminister } = useRecordTypes();
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const client = useMemo(
    () => new ImportsClient({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
  const [version, setVersion] = useState(0);
  return (
    <>
      <FitsmPageHeader
        title="Import"
        description="Brings records of another system, with their history, into this one."
      />
      <Container>
        {canAdminister ? (
          <div className={styles.form}>
            <ImportForm
              client={client}
              onFinish={() => setVersion(version + 1)}
            />
            <PastImports client={client} version={version} />
          </div>
        ) : (
          <Alert
            status="info"
            icon
            title="You may not import records"
            description="Administrators of service management may: ask one of them."
          />
        )}
      </Container>
    </>
  );
};
