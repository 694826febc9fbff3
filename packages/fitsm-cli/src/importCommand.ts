import { InputError } from '@backstage/errors';
import {
  importFile,
  ImportRun,
  ImportsClient,
  parseImportMapping,
  rejectedCsv,
} from '@fitsm/plugin-fitsm-common';
import { openAsBlob } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { connectionFrom, connectionOptions, parseCommand } from './connection';
import { Progress } from './Progress';

/** `fitsm import`: answers 1 where rows were rejected. */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: {
      ...connectionOptions,
      mapping: { type: 'string' },
      rejected: { type: 'string' },
    },
  });
  const [path, ...others] = positionals;
  if (!path || others.length) {
    throw new InputError('Name one file: fitsm import FILE --mapping MAPPING');
  }
  if (!values.mapping) {
    throw new InputError('--mapping: name the file with the mapping');
  }
  const { client: connection, token } = connectionFrom(values);
  const client = new ImportsClient(connection);
  const mapping = parseImportMapping(
    await readable(values.mapping, '--mapping', file => readFile(file, 'utf8')),
  );
  const file = await readable(path, 'FILE', openAsBlob);

  const progress = new Progress();
  let run: ImportRun;
  try {
    run = await importFile({
      file,
      name: basename(path),
      mapping,
      client,
      token,
      onProgress: ({ bytesRead, bytesTotal, rows, counts }) =>
        progress.show(
          `${rows} rows, ${counts.records} records, ${counts.rejectedRows} rejected`,
          bytesRead / bytesTotal,
        ),
    });
  } finally {
    progress.end();
  }
  const rejected = values.rejected ?? `${path}.rejected.csv`;
  await writeRejections(client, token, run, rejected);
  process.stdout.write(summaryOf(run, rejected));
  return run.counts.rejectedRows ? 1 : 0;
}

async function readable<T>(
  path: string,
  name: string,
  read: (path: string) => Promise<T>,
): Promise<T> {
  try {
    return await read(path);
  } catch (error) {
    throw new InputError(
      `${name}: '${path}' cannot be read: ${(error as Error).message}`,
    );
  }
}

/** All rejected rows of an import, those of earlier, broken off runs too. */
async function writeRejections(
  client: ImportsClient,
  token: string,
  run: ImportRun,
  path: string,
): Promise<void> {
  if (!run.counts.rejectedRows) {
    await rm(path, { force: true });
    return;
  }
  const file = await open(path, 'w');
  try {
    for await (const line of rejectedCsv(client, run.id, { token })) {
      await file.write(line);
    }
  } finally {
    await file.close();
  }
}

function summaryOf({ id, counts, position }: ImportRun, rejected: string) {
  const lines: Array<[label: string, count: number, note?: string]> = [
    ['Rows', position],
    ['New records', counts.records],
    ['Entries of history', counts.entries],
    ['Imported before', counts.existing],
    ['Links', counts.links],
    ['Links that wait', counts.waitingLinks],
    [
      'Rejected rows',
      counts.rejectedRows,
      counts.rejectedRows ? `see ${rejected}` : undefined,
    ],
  ];
  return [
    `Import ${id}`,
    ...lines.map(([label, count, note]) =>
      `  ${label.padEnd(20)}${String(count).padStart(10)}  ${
        note ?? ''
      }`.trimEnd(),
    ),
    '',
  ].join('\n');
}
