import { useApi } from '@backstage/frontend-plugin-api';
import { RecordDetails } from '@fitsm/plugin-fitsm-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { fitsmApiRef } from '../api';
import { useRecordChange } from './useRecordChanges';

export interface RecordState {
  details?: RecordDetails;
  error?: Error;
  /** Grows with each reload: what else is shown of the record follows it. */
  version: number;
  /** Reads the record again; done when the page has the answer. */
  reload(): Promise<void>;
}

/** A record with all that its page needs, again whenever somebody changes it. */
export function useRecord(id: string): RecordState {
  const fitsmApi = useApi(fitsmApiRef);
  const asked = useRef(0);
  const [found, setFound] = useState<Omit<RecordState, 'reload'>>({
    version: 0,
  });

  const reload = useCallback(async () => {
    const version = (asked.current += 1);
    const answer = await fitsmApi.getRecord(id).then(
      details => ({ details, error: undefined }),
      error => ({ error }),
    );
    // What is shown stays while the server does not answer, and where a later
    // question was answered first.
    setFound(shown =>
      version < shown.version ? shown : { ...shown, ...answer, version },
    );
  }, [fitsmApi, id]);

  useEffect(() => {
    reload();
  }, [reload]);
  useRecordChange(id, reload);
  return { ...found, reload };
}
