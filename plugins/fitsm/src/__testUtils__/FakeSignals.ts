import { SignalApi } from '@backstage/plugin-signals-react';

type Listener = Parameters<SignalApi['subscribe']>[1];
type Message = Parameters<Listener>[0];

/** Signals that a test sends; there is no server that could. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Map<string, Set<Listener>>();

  subscribe<T extends Message>(
    channel: string,
    onMessage: (message: T) => void,
  ) {
    // A test sends on a channel what its listeners expect.
    const listener = onMessage as Listener;
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    return { unsubscribe: () => listeners.delete(listener) };
  }

  publish(channel: string, message: Message) {
    this.#listeners.get(channel)?.forEach(listener => listener(message));
  }
}
