import { InputError } from '@backstage/errors';
import { listOf } from '../engine/text';
import { CsvReader, CsvRecord } from './csv';
import { Cells, SourceRow } from './imports';

/** Characters of a line of JSON after which the file is taken for another kind. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** Takes the text of a file piece by piece, and gives rows when they are whole. */
export interface RowParser {
  push(text: string): SourceRow[];
  end(): SourceRow[];
}

/** Rows of CSV, whose first names the columns. */
export class CsvRows implements RowParser {
  readonly #reader: CsvReader;
  #header?: string[];
  #wanted: Array<{ column: string; index: number }> = [];

  constructor(
    private readonly columns: ReadonlyArray<string>,
    private readonly delimiter: string = ',',
  ) {
    this.#reader = new CsvReader(delimiter);
  }

  push(text: string): SourceRow[] {
    return this.#rows(this.#reader.push(text));
  }

  end(): SourceRow[] {
    return this.#rows(this.#reader.end());
  }

  #rows(records: CsvRecord[]): SourceRow[] {
    if (!this.#header) {
      const first = records.shift();
      if (!first) return [];
      this.#readHeader(first.cells.map(cell => cell.trim()));
    }
    const width = this.#header?.length;
    return records.map(({ line, cells }) => {
      const values: Cells = {};
      for (const { column, index } of this.#wanted) {
        const cell = cells[index];
        if (cell) values[column] = cell;
      }
      return cells.length === width
        ? { line, values }
        : {
            line,
            values,
            problem: `has ${cells.length} values, where the header names ${width} columns`,
          };
    });
  }

  #readHeader(header: string[]) {
    const missing = this.columns.filter(column => !header.includes(column));
    if (missing.length) {
      throw new InputError(
        `The file has no column ${listOf(
          missing,
          'and',
        )}, which the mapping uses. It has ${listOf(
          header.slice(0, 100),
          'and',
        )}, read with the delimiter '${this.delimiter}'`,
      );
    }
    this.#header = header;
    this.#wanted = this.columns.map(column => ({
      column,
      index: header.indexOf(column),
    }));
  }
}

/** Rows of JSON lines: an object a line. */
export class JsonLines implements RowParser {
  #rest = '';
  #line = 0;

  constructor(private readonly columns: ReadonlyArray<string>) {}

  push(text: string): SourceRow[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > LONGEST_LINE) {
      throw new InputError(
        `Line ${
          this.#line + lines.length + 1
        }: this line does not end; JSON lines hold one object a line`,
      );
    }
    return lines.flatMap(line => this.#rowsOf(line));
  }

  end(): SourceRow[] {
    return this.#rowsOf(this.#rest);
  }

  #rowsOf(text: string): SourceRow[] {
    this.#line += 1;
    if (!text.trim()) return [];
    const line = this.#line;
    let object: unknown;
    try {
      object = JSON.parse(text);
    } catch {
      return [{ line, values: {}, problem: 'is not JSON' }];
    }
    if (
      typeof object !== 'object' ||
      object === null ||
      Array.isArray(object)
    ) {
      return [{ line, values: {}, problem: 'is not a JSON object' }];
    }
    const values: Cells = {};
    for (const column of this.columns) {
      const cell = cellOf(at(object, column));
      if (cell !== undefined) values[column] = cell;
    }
    return [{ line, values }];
  }
}

/** The value of a key, or of a path with dots into nested objects. */
function at(object: object, path: string): unknown {
  if (Object.hasOwn(object, path)) {
    return (object as Record<string, unknown>)[path];
  }
  const dot = path.indexOf('.');
  const inner =
    dot > 0 && Object.hasOwn(object, path.slice(0, dot))
      ? (object as Record<string, unknown>)[path.slice(0, dot)]
      : undefined;
  return typeof inner === 'object' && inner !== null
    ? at(inner, path.slice(dot + 1))
    : undefined;
}

function cellOf(value: unknown): string | string[] | undefined {
  if (Array.isArray(value)) {
    return value.map(String);
  }
  if (value === null || value === undefined || value === '') {
    return undefined;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
