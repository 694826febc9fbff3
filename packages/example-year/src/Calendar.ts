/** What is to happen, and when. */
export interface Entry {
  /** Milliseconds since 1970. */
  time: number;
  happens: () => Promise<void>;
}

/** What is to happen, the earliest first; of the same moment, as it came in. */
export class Calendar<TEntry extends Entry = Entry> {
  /** A binary heap: each is earlier than the two below it. */
  readonly #heap: Array<{ entry: TEntry; sequence: number }> = [];
  #sequence = 0;

  put(entry: TEntry): void {
    const heap = this.#heap;
    heap.push({ entry, sequence: (this.#sequence += 1) });
    let at = heap.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) break;
      this.#swap(at, above);
      at = above;
    }
  }

  /** Takes the earliest out. */
  take(): TEntry | undefined {
    const heap = this.#heap;
    if (!heap.length) {
      return undefined;
    }
    this.#swap(0, heap.length - 1);
    const { entry } = heap.pop()!;
    let at = 0;
    for (;;) {
      let first = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < heap.length && this.#isBefore(below, first)) first = below;
      }
      if (first === at) break;
      this.#swap(at, first);
      at = first;
    }
    return entry;
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    return a.entry.time === b.entry.time
      ? a.sequence < b.sequence
      : a.entry.time < b.entry.time;
  }

  #swap(one: number, other: number) {
    const heap = this.#heap;
    [heap[one], heap[other]] = [heap[other], heap[one]];
  }
}
