import { ResponseError } from '@backstage/errors';
import {
  importFile,
  ImportMapping,
  ImportProgress,
  ImportRun,
  ImportsApi,
} from '@fitsm/plugin-fitsm-common';
import { useEffect, useRef, useState } from 'react';

/** An import that this page runs: how far it is, and what came out. */
export function useImport(client: ImportsApi) {
  const [progress, setProgress] = useState<ImportProgress>();
  const [run, setRun] = useState<ImportRun>();
  const [error, setError] = useState<Error>();
  const [isRunning, setRunning] = useState(false);
  const running = useRef<AbortController>();
  // Nobody reads the file any more once the page is left.
  useEffect(() => () => running.current?.abort(), []);

  const start = async (file: File, readMapping: () => ImportMapping) => {
    const controller = new AbortController();
    running.current = controller;
    setProgress(undefined);
    setRun(undefined);
    setError(undefined);
    setRunning(true);
    try {
      setRun(
        await importFile({
          file,
          name: file.name,
          mapping: readMapping(),
          client,
          signal: controller.signal,
          onProgress: setProgress,
        }),
      );
    } catch (caught) {
      if (!controller.signal.aborted) setError(reasonOf(caught as Error));
    } finally {
      setRunning(false);
    }
  };
  return {
    progress,
    run,
    error,
    isRunning,
    start,
    stop: () => running.current?.abort(),
  };
}

/** The server's own words, where it refused. */
function reasonOf(error: Error): Error {
  return error instanceof ResponseError ? error.cause : error;
}
