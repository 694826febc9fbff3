import { useState } from 'react';

/** Something that a button starts: whether it runs, and how it failed. */
export function useTask() {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const run = async (task: () => Promise<void>) => {
    setPending(true);
    setError(undefined);
    try {
      await task();
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setPending(false);
    }
  };
  return { isPending, error, run };
}
