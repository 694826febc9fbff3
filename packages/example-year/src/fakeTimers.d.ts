/** What is used of it; the package brings no types. */
declare module '@sinonjs/fake-timers' {
  export function withGlobal(global: object): {
    install(options: { now: number; toFake: ['Date'] }): {
      setSystemTime(now: number): void;
      uninstall(): void;
    };
  };
}
