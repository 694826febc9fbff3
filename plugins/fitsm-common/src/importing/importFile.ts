import { InputError } from '@backstage/errors';
import { fingerprintOf } from './fingerprint';
import { ImportMapping } from './importMapping';
import {
  ImportCounts,
  ImportRun,
  ImportsApi,
  Rejection,
  SourceRow,
} from './imports';
import { idOf } from './mapRecord';
import { readRows } from './readRows';

const BATCH_RECORDS = 500;
const BATCH_ROWS = 2_000;
/** Characters of a batch, well below what the backend takes. */
const BATCH_SIZE = 2_000_000;
/** More rows than this are hardly events of one record. */
const LARGEST_RECORD = 5_000;

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

/** Puts rows of one record into groups, and groups into batches. */
class Batcher {
  #batch: SourceRow[][] = [];
  #rows = 0;
  #size = 0;
  #group: SourceRow[] = [];
  #groupId?: string;

  constructor(private readonly mapping: ImportMapping) {}

  *push(rows: ReadonlyArray<SourceRow>): Generator<SourceRow[][]> {
    for (const row of rows) {
      if (!this.#joins(row)) {
        this.#closeGroup();
        this.#groupId = this.mapping.events && idOf(this.mapping, row);
      }
      this.#group.push(row);
      if (this.#groupId === undefined) this.#closeGroup();
      if (this.#group.length > LARGEST_RECORD) {
        throw new InputError(
          `Line ${row.line}: more than ${LARGEST_RECORD} rows belong to '${
            this.#groupId
          }'; is source.id the right column?`,
        );
      }
      if (
        this.#batch.length >= BATCH_RECORDS ||
        this.#rows >= BATCH_ROWS ||
        this.#size >= BATCH_SIZE
      ) {
        yield this.#takeBatch();
      }
    }
  }

  *end(): Generator<SourceRow[][]> {
    this.#closeGroup();
    if (this.#batch.length) yield this.#takeBatch();
  }

  /** A row without an id may be an event of the record that it stands among. */
  #joins(row: SourceRow): boolean {
    const id = idOf(this.mapping, row);
    return (
      this.#groupId !== undefined && (id === undefined || id === this.#groupId)
    );
  }

  #closeGroup() {
    if (this.#group.length) this.#add(this.#group);
    this.#group = [];
    this.#groupId = undefined;
  }

  #add(group: SourceRow[]) {
    this.#batch.push(group);
    this.#rows += group.length;
    for (const { values } of group) {
      for (const [column, cell] of Object.entries(values)) {
        this.#size += column.length + cell.length + 6;
      }
    }
  }

  #takeBatch(): SourceRow[][] {
    const batch = this.#batch;
    this.#batch = [];
    this.#rows = 0;
    this.#size = 0;
    return batch;
  }
}
