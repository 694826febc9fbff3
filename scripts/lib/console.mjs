import { stdout } from 'node:process';

/** A failure that the person at the keyboard can cure; shown without a stack. */
export class StepError extends Error {
  constructor(message, cure) {
    super(message);
    this.name = 'StepError';
    this.cure = cure;
  }
}

const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Prints a line of progress. */
export function say(line) {
  stdout.write(`${line}\n`);
}

/**
 * Shows that a long step is alive: its name at once, its last line of output
 * every few seconds, its duration at the end.
 */
export function showProgress(title, { every = 10_000 } = {}) {
  const started = Date.now();
  let last = '';
  say(`» ${title}`);
  const timer = setInterval(
    () => say(`  … ${seconds(started)}${last ? `  ${last}` : ''}`),
    every,
  );
  timer.unref();
  return {
    hear(text) {
      const line = text
        .split(/[\r\n]+/)
        .map(part => part.trim())
        .filter(Boolean)
        .pop();
      if (line) {
        last = line.slice(0, 100);
      }
    },
    end(ok) {
      clearInterval(timer);
      say(`${ok ? '✓' : '✗'} ${title} (${seconds(started)})`);
    },
  };
}

/** Prints an error and its cure, and ends the process. */
export function giveUp(error) {
  process.stderr.write(`\n✗ ${error.message}\n`);
  if (error.cure) {
    process.stderr.write(`  What to do: ${error.cure}\n`);
  } else if (!(error instanceof StepError)) {
    process.stderr.write(`${error.stack}\n`);
  }
  process.exit(1);
}
