import { useApi } from '@backstage/frontend-plugin-api';
import { FitsmRecord, Page, RecordQuery } from '@fitsm/plugin-fitsm-common';
import { useEffect, useReducer, useState } from 'react';
import { fitsmApiRef } from '../api';
import { useRecordsChange } from './useRecordChanges';

/** A page of a list. While the next one comes, the present one stays. */
export interface RecordPageState {
  page?: Page<FitsmRecord>;
  error?: Error;
  isStale: boolean;
}

/** The records that a query finds, again whenever one of the types changes. */
export function useRecordPage(query: RecordQuery): RecordPageState {
  const fitsmApi = useApi(fitsmApiRef);
  const [version, reload] = useReducer((count: number) => count + 1, 0);
  const [found, setFound] = useState<{
    key?: string;
    page?: Page<FitsmRecord>;
    error?: Error;
  }>({});
  const key = JSON.stringify(query);

  useEffect(() => {
    const controller = new AbortController();
    fitsmApi
      .queryRecords(JSON.parse(key), { signal: controller.signal })
      .then(page => !controller.signal.aborted && setFound({ key, page }))
      .catch(error => !controller.signal.aborted && setFound({ key, error }));
    return () => controller.abort();
  }, [fitsmApi, key, version]);

  useRecordsChange(query.type, reload);

  return {
    page: found.page,
    error: found.error,
    isStale: found.key !== undefined && found.key !== key,
  };
}
