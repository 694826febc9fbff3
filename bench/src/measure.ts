import { performance } from 'node:perf_hooks';

/** How fast something was. Times are in milliseconds. */
export interface Measurement {
  operations: number;
  perSecond: number;
  p50: number;
  p95: number;
}

/** One operation; lanes are numbered from 0. */
export type Work = (lane: number) => Promise<unknown>;

/** Each is measured in so many turns, so that a slow moment meets all alike. */
const TURNS = 2;
const WARM_UP_SHARE = 0.2;

/**
 * Measures several kinds of work beside each other: by turns, in so many lanes,
 * for so many seconds each. The first failure ends it.
 */
export async function measureBesideEachOther<TName extends string>(
  kinds: Record<TName, Work>,
  options: { lanes: number; seconds: number },
): Promise<Record<TName, Measurement>> {
  const { lanes, seconds } = options;
  const entries = Object.entries<Work>(kinds).map(([name, work]) => ({
    name,
    work,
    times: [] as number[],
    elapsed: 0,
  }));
  for (const { work } of entries) {
    await run(work, lanes, seconds * WARM_UP_SHARE);
  }
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const entry of entries) {
      const { times, elapsed } = await run(entry.work, lanes, seconds / TURNS);
      entry.times.push(...times);
      entry.elapsed += elapsed;
    }
  }
  return Object.fromEntries(
    entries.map(({ name, times, elapsed }) => [name, summed(times, elapsed)]),
  ) as Record<TName, Measurement>;
}

async function run(work: Work, lanes: number, seconds: number) {
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1_000;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      // At least once: the slowest are not to be left out.
      let before = performance.now();
      do {
        await work(lane);
        const now = performance.now();
        times.push(now - before);
        before = now;
      } while (before < end);
    }),
  );
  return { times, elapsed: performance.now() - started };
}

/** @param elapsed - in milliseconds, of all together */
export function summed(times: number[], elapsed: number): Measurement {
  times.sort((a, b) => a - b);
  const percentile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return {
    operations: times.length,
    perSecond: (times.length * 1_000) / elapsed,
    p50: percentile(0.5),
    p95: percentile(0.95),
  };
}
