import { Batcher } from './Batcher';
import { fingerprintOf } from './fingerprint';
import { ImportMapping } from './importMapping';
import {
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
  let { position } = run;
  // Reading goes on while the batch before is written.
  let sending: Promise<void> = Promise.resolve();
  const send = async (groups: SourceRow[][]) => {
    const sent = await client.sendBatch(
      run.id,
      { from: position, groups },
      request,
    );
    position = sent.position;
    onProgress?.({
      bytesRead,
      bytesTotal: file.size,
      rows: sent.position,
      counts: sent.counts,
      rejections: sent.rejections,
    });
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
      await sending;
      sending = send(batch);
      // It is awaited before the next one: until then, a failure waits too.
      sending.catch(() => {});
    }
  }
  await sending;
  for (const batch of batcher.end()) {
    await send(batch);
  }
  for (;;) {
    signal?.throwIfAborted();
    const finished = await client.finishImport(run.id, request);
    if (finished.status === 'finished') {
      return finished;
    }
  }
}
