import { InputError, isError } from '@backstage/errors';
import { importCommand } from './importCommand';
import { verifyHistoryCommand } from './verifyHistoryCommand';

const usage = `Usage: fitsm <command> [options]

  import FILE --mapping MAPPING
      Imports records from CSV or JSON lines, plain or gzipped. What was broken
      off goes on where it stopped; what was imported does not come twice. Rows
      that cannot be imported are written to FILE.rejected.csv.
      --mapping MAPPING  the mapping, YAML or JSON
      --rejected FILE    another file for rejected rows

  verify-history
      Checks the history of all records for entries that were altered.

Options of all commands:
  --url URL      the API of FitSM, FITSM_URL too
                 (http://localhost:7007/api/fitsm unless told)
  --token TOKEN  a static token of external access; better in FITSM_TOKEN,
                 where other users of the machine do not see it

Exit codes: 0 done, 1 rows were rejected or the history has problems, 2 failed.
`;

/** Runs a command and answers with its exit code. */
export async function main(args: string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case 'import':
        return await importCommand(rest);
      case 'verify-history':
        return await verifyHistoryCommand(rest);
      case undefined:
      case 'help':
      case '--help':
      case '-h':
        process.stdout.write(usage);
        return command === undefined ? 2 : 0;
      default:
        throw new InputError(
          `'${command}' is no command; use import or verify-history`,
        );
    }
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    return 2;
  }
}

function sentenceOf(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  const { body, cause } = error as {
    body?: { error?: { message?: string } };
    cause?: unknown;
  };
  if (error.name === 'TypeError' && cause) {
    return `${error.message} (${cause}): is the backend running at that URL?`;
  }
  return body?.error?.message
    ? `${error.message}: ${body.error.message}`
    : error.message;
}
