import { writeSync } from 'node:fs';
import { Measurement } from './measure';

/** What each measuring process is told. */
export interface Task {
  database: string;
  /** For files of the run. */
  directory: string;
  /** Where to keep the data; in SQLite files of the directory where left out. */
  postgres?: { host: string; port: number; user: string; password: string };
  records: number;
  concurrency: number[];
  seconds: number;
}

/** One line of the results. */
export interface Result {
  part: 'import' | 'in process' | 'overviews' | 'over HTTP';
  operation: string;
  database: string;
  records: number;
  concurrency: number;
  /** As whom it was done. */
  as: string;
  measured: Measurement;
  /** What it is held against, and how that was in the same minute. */
  against: { what: string; measured: Measurement };
  /** What was seen besides: peak memory, round trips. */
  notes?: Record<string, number>;
}

/**
 * Hands one result to the process that started this one, as a line. It has a
 * pipe of its own: Backstage takes an IPC channel for that of its CLI.
 */
export function report(result: Result) {
  writeSync(3, `${JSON.stringify(result)}\n`);
}

/** Does the task that this process was started for, and ends it. */
export function perform(work: (task: Task) => Promise<void>) {
  work(JSON.parse(process.argv[2])).then(
    () => process.exit(0),
    error => {
      process.stderr.write(`${error.stack ?? error}\n`);
      process.exit(1);
    },
  );
}
