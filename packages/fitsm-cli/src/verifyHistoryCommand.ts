import { FitsmClient } from '@fitsm/plugin-fitsm-common';
import { connectionFrom, connectionOptions, parseCommand } from './connection';
import { Progress } from './Progress';

/** `fitsm verify-history`: answers 1 where the chain is broken (HIS-1). */
export async function verifyHistoryCommand(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: connectionOptions });
  const { client: connection, token } = connectionFrom(values);
  const client = new FitsmClient(connection);

  let [records, entries, problems] = [0, 0, 0];
  let cursor: string | undefined;
  const progress = new Progress();
  do {
    const page = await client.verifyHistory({ cursor }, { token });
    records += page.checkedRecords;
    entries += page.checkedEntries;
    for (const { recordId, sequence, problem } of page.problems) {
      problems += 1;
      progress.end();
      process.stdout.write(`${recordId}, entry ${sequence}: ${problem}\n`);
    }
    progress.show(`${records} records, ${entries} entries`);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  progress.end();
  process.stdout.write(
    `${records} records with ${entries} entries: ${problems} problems\n`,
  );
  return problems ? 1 : 0;
}
