/** Timers, databases and HTTP go on as ever: only the date is another one. */
const realTimers: FakeableAPI[] = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
];

const A_DAY_MS = 24 * 3_600_000;

/** Makes it so much later, until `comeBack`. */
export function letPass({ days }: { days: number }) {
  jest.useFakeTimers({
    now: Date.now() + days * A_DAY_MS,
    doNotFake: realTimers,
  });
}

/** Back to the present, after each test. */
export function comeBack() {
  jest.useRealTimers();
}
