import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { QueueState, queueStateOf, withQueueState } from './queueState';

/** What one has chosen in a list, kept in the URL; changes go to page one. */
export function useQueueState() {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const state = useMemo(() => queueStateOf(params), [params]);
  // Cursors lead forward only: the ones before are kept with the history of
  // the browser.
  const before: string[] = location.state?.cursors ?? [];

  const change = useCallback(
    (changes: Partial<QueueState>) =>
      setParams(
        current =>
          withQueueState(current, {
            ...queueStateOf(current),
            cursor: undefined,
            ...changes,
          }),
        { replace: true },
      ),
    [setParams],
  );
  const goTo = (cursor: string | undefined, cursors: string[]) =>
    setParams(withQueueState(params, { ...state, cursor }), {
      state: { cursors },
    });

  return {
    state,
    change,
    goToNextPage: (cursor: string) =>
      goTo(cursor, [...before, state.cursor ?? '']),
    goToPreviousPage: state.cursor
      ? () => goTo(before.at(-1) || undefined, before.slice(0, -1))
      : undefined,
  };
}
