import { InputError } from '@backstage/errors';
import { ImportMapping } from './importMapping';
import { SourceRow } from './imports';
import { idOf } from './mapRecord';

const BATCH_RECORDS = 1_000;
const BATCH_ROWS = 4_000;
/** Characters of a batch, well below what the backend takes. */
const BATCH_SIZE = 2_000_000;
/** More rows than this are hardly events of one record. */
const LARGEST_RECORD = 5_000;

/** Puts rows of one record into groups, and groups into batches. */
export class Batcher {
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
