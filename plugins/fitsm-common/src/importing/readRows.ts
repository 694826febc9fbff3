import { InputError } from '@backstage/errors';
import { columnsOf, ImportMapping } from './importMapping';
import { SourceRow } from './imports';
import { CsvRows, JsonLines, RowParser } from './rowParsers';

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
