import { RecordQuery } from '@fitsm/plugin-fitsm-common';
import { useState } from 'react';
import { useRecordPage } from './useRecordPage';

/** Paging of a list that is only a part of a page: it is not in the URL. */
export function useLocalPage(query: RecordQuery) {
  const key = JSON.stringify(query);
  const [place, setPlace] = useState<{ key: string; cursors: string[] }>({
    key,
    cursors: [],
  });
  const cursors = place.key === key ? place.cursors : [];
  const found = useRecordPage({ ...query, cursor: cursors.at(-1) });
  const nextCursor = found.page?.pageInfo.nextCursor;
  return {
    found,
    onNextPage: () =>
      nextCursor && setPlace({ key, cursors: [...cursors, nextCursor] }),
    onPreviousPage: cursors.length
      ? () => setPlace({ key, cursors: cursors.slice(0, -1) })
      : undefined,
  };
}
