import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { Container } from '@backstage/ui';
import { ConformityClient } from '@fitsm/plugin-fitsm-common';
import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { FitsmPageHeader } from '../records/FitsmPageHeader';
import { ConformityOverview } from './ConformityOverview';
import { SnapshotPack } from './SnapshotPack';

/** How far FitSM is met: what there is to show for each of its rows. */
export const ConformityPage = () => {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const client = useMemo(
    () => new ConformityClient({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const snapshot = Number(params.get('snapshot'));
  return (
    <>
      <FitsmPageHeader
        title="Conformity"
        description="Every row of FitSM-2, and the evidence that this organisation has for it."
      />
      <Container>
        {snapshot > 0 ? (
          <SnapshotPack client={client} id={snapshot} backHref={pathname} />
        ) : (
          <ConformityOverview
            client={client}
            hrefOfSnapshot={id => `${pathname}?snapshot=${id}`}
          />
        )}
      </Container>
    </>
  );
};
