import { RequestOptions } from '../client/FitsmApi';
import { csvLine } from './csv';
import { ImportsApi, Rejection } from './imports';

/**
 * The rejected rows of an import as CSV, line by line: where each began, why
 * it was rejected, and the columns that the mapping uses. Put right, it can be
 * imported with the same mapping.
 *
 * @public
 */
export async function* rejectedCsv(
  client: ImportsApi,
  importId: number,
  options?: RequestOptions,
): AsyncGenerator<string> {
  const columns = new Set<string>();
  for await (const { values } of rejectionsOf(client, importId, options)) {
    Object.keys(values).forEach(column => columns.add(column));
  }
  yield csvLine(['line', 'reason', ...columns]);
  for await (const rejection of rejectionsOf(client, importId, options)) {
    const { line, reason, values } = rejection;
    const cells = [...columns].map(name => [values[name] ?? ''].flat());
    yield csvLine([
      String(line),
      reason,
      ...cells.map(texts => texts.join(';')),
    ]);
  }
}

async function* rejectionsOf(
  client: ImportsApi,
  importId: number,
  options?: RequestOptions,
): AsyncGenerator<Rejection> {
  let cursor: string | undefined;
  do {
    const { items, pageInfo } = await client.listRejections(
      importId,
      { limit: 200, cursor },
      options,
    );
    yield* items;
    cursor = pageInfo.nextCursor;
  } while (cursor);
}
