import { Page } from '../records/query';
import { RequestOptions } from '../client/FitsmApi';
import { ImportMapping } from './importMapping';

/** The cells of a row that are not empty, by column; lists come from JSON. @public */
export type Cells = Record<string, string | string[]>;

/** A row of a file. @public */
export interface SourceRow {
  /** Where it begins in the file; the first line is 1. */
  line: number;
  values: Cells;
  /** What kept the row from being read. */
  problem?: string;
}

/** A row that was not imported, and why. @public */
export interface Rejection {
  line: number;
  sourceId?: string;
  reason: string;
  values: Cells;
}

/** What came out of an import so far. @public */
export interface ImportCounts {
  /** Records that are new. */
  records: number;
  /** Entries of their history. */
  entries: number;
  /** Records that an import brought before; they stay as they are. */
  existing: number;
  /** Rows that were not imported. */
  rejectedRows: number;
  /** Links between records that were made. */
  links: number;
  /** Links to records that no import of the source has brought yet. */
  waitingLinks: number;
}

/** The import of one file with one mapping. @public */
export interface ImportRun {
  id: number;
  name: string;
  type: string;
  sourceSystem: string;
  status: 'running' | 'finished';
  /** How many rows of the file are done; the import goes on after them. */
  position: number;
  counts: ImportCounts;
  startedAt: string;
  startedBy: string;
  finishedAt?: string;
}

/** What became of a batch of rows. @public */
export interface BatchResult {
  position: number;
  /** Of the whole import so far. */
  counts: ImportCounts;
  /** Of this batch. */
  rejections: Rejection[];
}

/** The part of the HTTP API that imports records. @public */
export interface ImportsApi {
  /** Begins an import, or answers with the one that was begun before. */
  startImport(
    start: { name: string; fingerprint: string; mapping: ImportMapping },
    options?: RequestOptions,
  ): Promise<ImportRun>;

  /**
   * Imports the next rows, all those of a record in one group.
   *
   * @throws ConflictError where `from` is not the position of the import
   */
  sendBatch(
    id: number,
    batch: { from: number; groups: ReadonlyArray<ReadonlyArray<SourceRow>> },
    options?: RequestOptions,
  ): Promise<BatchResult>;

  /** Makes links between records; to be called until the status is `finished`. */
  finishImport(id: number, options?: RequestOptions): Promise<ImportRun>;

  getImport(id: number, options?: RequestOptions): Promise<ImportRun>;

  /** Newest first. */
  listImports(
    query?: { limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<Page<ImportRun>>;

  /** In the order of the file. */
  listRejections(
    id: number,
    query?: { limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<Page<Rejection>>;
}
