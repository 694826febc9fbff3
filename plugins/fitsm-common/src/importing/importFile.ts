import { ResponseError } from '@backstage/errors';
import { Batcher } from './Batcher';
import { fingerprintOf } from './fingerprint';
import { ImportMapping } from './importMapping';
import {
  BatchResult,
  ImportCounts,
  ImportRun,
  ImportsApi,
  Rejection,
  SourceRow,
} from './imports';
import { readRows } from './readRows';

/** How far an import has come. @public */
export interface ImportProgress {
  bytesRead: number;
  bytesTotal: number;
  /** Rows of the file that are done. */
  rows: number;
  counts: ImportCounts;
  /** Of the last batch. */
  rejections: Rejection[];
}

/**
 * Imports a file: reads it piece by piece and sends its rows in batches, in the
 * browser as on the command line. An import that was broken off goes on where
 * it stopped.
 *
 * @throws InputError where the file cannot be read, or does not fit the mapping
 *
 * @public
 */
export async function importFile(options: {
  file: Blob;
  name: string;
  mapping: ImportMapping;
  client: ImportsApi;
  token?: string;
  onProgress?: (progress: ImportProgress) => void;
  signal?: AbortSignal;
}): Promise<ImportRun> {
  const { file, name, mapping, client, onProgress, token, signal } = options;
  const request = { token, signal };
  const run = await client.startImport(
    { name, fingerprint: await fingerprintOf(file), mapping },
    request,
  );
  if (run.status === 'finished') {
    return run;
  }

  let bytesRead = 0;
  const report = (sent: BatchResult) =>
    onProgress?.({
      bytesRead,
      bytesTotal: file.size,
      rows: sent.position,
      counts: sent.counts,
      rejections: sent.rejections,
    });
  let from = run.position;
  let before: Promise<void> = Promise.resolve();
  // While the backend writes a batch, it has the next one to make ready.
  const send = async (groups: SourceRow[][]) => {
    const earlier = before;
    const batch = { from, groups };
    from += groups.reduce((rows, group) => rows + group.length, 0);
    before = client
      .sendBatch(run.id, batch, request)
      .catch(async error => {
        if (!isConflict(error)) throw error;
        // It overtook the one before, which must be written first.
        await earlier;
        return client.sendBatch(run.id, batch, request);
      })
      .then(report);
    // It is awaited with the next one: until then, a failure waits too.
    before.catch(() => {});
    await earlier;
  };

  const batcher = new Batcher(mapping);
  let toSkip = run.position;
  for await (const rows of readRows(file, mapping, bytes => {
    bytesRead = bytes;
  })) {
    signal?.throwIfAborted();
    const skipped = Math.min(toSkip, rows.length);
    toSkip -= skipped;
    for (const batch of batcher.push(rows.slice(skipped))) {
      await send(batch);
    }
  }
  for (const batch of batcher.end()) {
    await send(batch);
  }
  await before;
  for (;;) {
    signal?.throwIfAborted();
    const finished = await client.finishImport(run.id, request);
    if (finished.status === 'finished') {
      return finished;
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 409;
}
