import { withGlobal } from '@sinonjs/fake-timers';

/**
 * The time of the whole process, as far as it is told by dates: timers go on
 * as ever. It never goes back.
 */
export class Clock {
  readonly #faked: ReturnType<ReturnType<typeof withGlobal>['install']>;
  #now: number;

  constructor(now: number) {
    this.#now = now;
    this.#faked = withGlobal(globalThis).install({ now, toFake: ['Date'] });
  }

  get now(): number {
    return this.#now;
  }

  moveTo(time: number): void {
    this.#now = Math.max(this.#now, time);
    this.#faked.setSystemTime(this.#now);
  }

  /** Back to the real time. */
  stop(): void {
    this.#faked.uninstall();
  }
}
