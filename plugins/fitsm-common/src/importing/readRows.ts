import { InputError } from '@backstage/errors';
import { listOf } from '../engine/text';
import { columnsOf, ImportMapping } from './importMapping';
import { CsvReader, CsvRecord } from './csv';
import { Cells, SourceRow } from './imports';

/** Characters of a line of JSON after which the file is taken for another kind. */
const LONGEST_LINE = 4 * 1024 * 1024;

/**
 * Reads the rows of a file, some at a time: CSV or JSON lines, plain or
 * gzipped, whatever its name says. Only columns that the mapping uses are kept.
 *
 * @throws InputError where the file is of another kind, or lacks columns
 */
export async function* readRows(
  file: Blob,
  mapping: ImportMapping,
  onBytes: (bytes: number) => void,
): AsyncGenerator<SourceRow[]> {
  const columns = columnsOf(mapping);
  let parser: RowParser | undefined;
  for await (const text of textsOf(file, mapping.file?.encoding, onBytes)) {
    parser ??= text.trimStart().startsWith('{')
      ? new JsonLines(columns)
      : new CsvRows(columns, mapping.file?.delimiter);
    yield parser.push(text);
  }
  if (!parser) {
    throw new InputError('The file is empty');
  }
  yield parser.end();
}

interface RowParser {
  push(text: string): SourceRow[];
  end(): SourceRow[];
}

/** The text of a file, piece by piece, no piece empty. */
async function* textsOf(
  file: Blob,
  encoding: string = 'utf-8',
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = decoderFor(encoding);
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  let bytes = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<BufferSource, BufferSource>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        onBytes(bytes);
        controller.enqueue(chunk);
      },
    }),
  );
  const reader = (
    isGzip ? counted.pipeThrough(new DecompressionStream('gzip')) : counted
  ).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(error => {
        throw isGzip
          ? new InputError('The file is no whole gzip', error)
          : error;
      });
      let text: string;
      try {
        text = decoder.decode(value, { stream: !done });
      } catch (error) {
        throw new InputError(
          `The file is not ${encoding}; set file.encoding in the mapping`,
          error,
        );
      }
      if (text) yield text;
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new InputError(
      `mapping.file.encoding: '${encoding}' is not known; write utf-8 or windows-1252, for example`,
    );
  }
}

class CsvRows implements RowParser {
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

class JsonLines implements RowParser {
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
  return value === null || value === undefined || value === ''
    ? undefined
    : typeof value === 'object'
    ? JSON.stringify(value)
    : String(value);
}
