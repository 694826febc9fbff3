import { useApi } from '@backstage/frontend-plugin-api';
import { RecordDetails } from '@fitsm/plugin-fitsm-common';
import { useCallback, useEffect, useReducer, useState } from 'react';
import { fitsmApiRef } from '../api';
import { useRecordChange } from './useRecordChanges';

export interface RecordState {
  details?: RecordDetails;
  error?: Error;
  /** Grows with each reload: what else is shown of the record follows it. */
  version: number;
  reload(): void;
}

/** A record with all that its page needs, again whenever somebody changes it. */
export function useRecord(id: string): RecordState {
  const fitsmApi = useApi(fitsmApiRef);
  const [version, count] = useReducer((before: number) => before + 1, 0);
  const [found, setFound] = useState<{
    details?: RecordDetails;
    error?: Error;
  }>({});

  useEffect(() => {
    const controller = new AbortController();
    fitsmApi
      .getRecord(id, { signal: controller.signal })
      .then(details => !controller.signal.aborted && setFound({ details }))
      // What is shown stays while the server does not answer.
      .catch(
        error =>
          !controller.signal.aborted &&
          setFound(({ details }) => ({ details, error })),
      );
    return () => controller.abort();
  }, [fitsmApi, id, version]);

  const reload = useCallback(() => count(), []);
  useRecordChange(id, reload);
  return { ...found, version, reload };
}
