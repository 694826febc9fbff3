const WIDTH = 30;
const INTERVAL_MS = 200;

/** Progress on the terminal; into a file nothing is drawn. */
export class Progress {
  #shownAt = 0;

  /** @param part - how much is done, 0 to 1, where that is known */
  show(text: string, part?: number) {
    if (!process.stderr.isTTY || Date.now() - this.#shownAt < INTERVAL_MS) {
      return;
    }
    this.#shownAt = Date.now();
    const bar = part === undefined ? '' : `${barOf(Math.min(part, 1))} `;
    process.stderr.write(`\r\u001b[K${bar}${text}`);
  }

  end() {
    if (this.#shownAt) process.stderr.write('\r\u001b[K');
  }
}

function barOf(part: number): string {
  const done = Math.round(part * WIDTH);
  return '█'.repeat(done) + '░'.repeat(WIDTH - done);
}
