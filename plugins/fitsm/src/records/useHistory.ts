import { useApi } from '@backstage/frontend-plugin-api';
import { HistoryEntry, HistoryKind } from '@fitsm/plugin-fitsm-common';
import { useEffect, useReducer, useState } from 'react';
import { fitsmApiRef } from '../api';

const PAGE = 25;

/** Entries of the history of a record, newest first, more of them on demand. */
export function useHistory(
  id: string,
  options: { kind?: HistoryKind; version: number },
) {
  const { kind, version } = options;
  const fitsmApi = useApi(fitsmApiRef);
  const [pages, showMore] = useReducer((count: number) => count + 1, 1);
  const [found, setFound] = useState<{
    entries?: HistoryEntry[];
    hasMore?: boolean;
    error?: Error;
  }>({});

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const load = async () => {
      const entries: HistoryEntry[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < pages && (cursor || !page); page++) {
        const answer = await fitsmApi.getHistory(
          id,
          { kind: kind && [kind], limit: PAGE, cursor },
          { signal },
        );
        entries.push(...answer.items);
        cursor = answer.pageInfo.nextCursor;
      }
      return { entries, hasMore: Boolean(cursor) };
    };
    load()
      .then(answer => !signal.aborted && setFound(answer))
      .catch(error => !signal.aborted && setFound({ error }));
    return () => controller.abort();
  }, [fitsmApi, id, kind, version, pages]);

  return { ...found, showMore };
}
