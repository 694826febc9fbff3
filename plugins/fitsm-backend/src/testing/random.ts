/** Chance that comes the same way every time, so that a failure can be repeated. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to 1: the small generator known as mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) % 2 ** 32;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to one below. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  oneOf<T>(values: ReadonlyArray<T>): T {
    return values[this.below(values.length)];
  }

  /** Some of the values, at times none of them. */
  someOf<T>(values: ReadonlyArray<T>): T[] {
    return values.filter(() => this.next() < 0.5);
  }
}
