import { Knex } from 'knex';

/** A block that was used up faster than this was too small. */
const FAST_MS = 1_000;
const LARGEST_BLOCK = 100;

interface Block {
  next: number;
  end: number;
  size: number;
  takenAt: number;
}

/**
 * Gives the numbers of new records. They are taken in blocks, by statements of
 * their own: no create waits for the commit of another, and no number comes
 * twice, whatever fails. Blocks are single numbers until creates come fast, so
 * a quiet portal has no gaps.
 */
export class RecordNumbers {
  readonly #blocks = new Map<string, Promise<Block>>();

  constructor(private readonly knex: Knex) {}

  async next(type: string): Promise<number> {
    // Each caller chains on the one before it, so numbers come in order.
    const block = (this.#blocks.get(type) ?? Promise.resolve(undefined)).then(
      before => this.#nextBlock(type, before),
      () => this.#nextBlock(type, undefined),
    );
    this.#blocks.set(type, block);
    // The block is shared: what this caller takes is fixed at once.
    return block.then(({ next }) => next - 1);
  }

  /** Takes many numbers at once; answers with the first. */
  async takeMany(type: string, count: number): Promise<number> {
    const [{ next }] = await this.knex('record_sequences')
      .insert({ type, next: count + 1 })
      .onConflict('type')
      .merge({ next: this.knex.raw('record_sequences.next + ?', [count]) })
      .returning<Array<{ next: number | string }>>('next');
    return Number(next) - count;
  }

  async #nextBlock(type: string, before?: Block): Promise<Block> {
    if (before && before.next < before.end) {
      return { ...before, next: before.next + 1 };
    }
    const now = Date.now();
    const wasFast = before && now - before.takenAt < FAST_MS;
    const size = wasFast ? Math.min(before.size * 2, LARGEST_BLOCK) : 1;
    const first = await this.takeMany(type, size);
    return { next: first + 1, end: first + size, size, takenAt: now };
  }
}
