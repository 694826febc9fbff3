import { useSignal } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';

/** Many changes in a moment are one reload of a list. */
const GATHER_MS = 500;

/** Calls back when somebody changed this record. */
export function useRecordChange(id: string, onChange: () => void) {
  const { lastSignal } = useSignal<{ id: string; revision: number }>(
    `fitsm:record:${id}`,
  );
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (lastSignal) latest.current();
  }, [lastSignal]);
}

/** Calls back when records of one of these types, or of any, changed. */
export function useRecordsChange(
  types: ReadonlyArray<string> | undefined,
  onChange: () => void,
) {
  const { lastSignal } = useSignal<{ type: string }>('fitsm:records');
  const latest = useRef({ types, onChange });
  latest.current = { types, onChange };
  const timer = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => {
    const wanted =
      lastSignal &&
      (latest.current.types?.includes(lastSignal.type) ?? true) &&
      !timer.current;
    if (wanted) {
      timer.current = setTimeout(() => {
        timer.current = undefined;
        latest.current.onChange();
      }, GATHER_MS);
    }
  }, [lastSignal]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
