import {
  FitsmClient,
  FitsmRecord,
  HistoryEntry,
} from '@fitsm/plugin-fitsm-common';
import { randomUUID } from 'node:crypto';
import { BackendProcess, pause } from './faultsProcesses';

/** A backend whose database is gone may not answer at all. */
const PATIENCE_MS = 5_000;

/** What a backend said was done. */
export interface Acknowledged {
  by: string;
  creates: Array<{ key: string; record: FitsmRecord }>;
  /** By updates and transitions. */
  revisions: FitsmRecord[];
  comments: HistoryEntry[];
}

/**
 * A client that creates records and works on them, at whichever backend is
 * there, until it is told to stop. It tries again what failed: a create with
 * the same idempotency key, a change after it read what became of it. A comment
 * that may have been kept is not said twice.
 */
export class LoadClient {
  readonly acknowledged: Acknowledged;
  /** By backend, how often each did what was asked. */
  readonly servedBy = new Map<string, number>();
  failures = 0;
  #stopped = false;
  #turn: number;

  constructor(
    private readonly options: {
      number: number;
      token: string;
      backends: () => BackendProcess[];
    },
  ) {
    this.#turn = options.number;
    this.acknowledged = {
      by: `client-${options.number}`,
      creates: [],
      revisions: [],
      comments: [],
    };
  }

  get count(): number {
    const { creates, revisions, comments } = this.acknowledged;
    return creates.length + revisions.length + comments.length;
  }

  stop() {
    this.#stopped = true;
  }

  async run(): Promise<void> {
    for (let round = 0; !this.#stopped; round += 1) {
      const record = await this.#create();
      if (record) await this.#workOn(record, round);
    }
  }

  async #create(): Promise<FitsmRecord | undefined> {
    const key = randomUUID();
    const record = await this.#insist(client =>
      client.createRecord(
        'incident',
        {
          title: `Made by ${this.acknowledged.by}`,
          fields: {
            affected: ['component:default/engine', 'system:default/ferry'],
            reporter: 'user:default/reporter',
          },
        },
        { idempotencyKey: key, ...this.#request() },
      ),
    );
    if (record) this.acknowledged.creates.push({ key, record });
    return record;
  }

  async #workOn(created: FitsmRecord, round: number): Promise<void> {
    const { id } = created;
    const steps: Array<
      (client: FitsmClient, revision: number) => Promise<FitsmRecord>
    > = [
      (client, revision) =>
        client.updateRecord(
          id,
          {
            revision,
            title: `Round ${round}`,
            fields: { affected: ['component:default/bridge'] },
          },
          this.#request(),
        ),
      (client, revision) =>
        client.transitionRecord(
          id,
          {
            revision,
            transition: 'start',
            fields: { assignee: 'user:default/ada' },
          },
          this.#request(),
        ),
      (client, revision) =>
        client.transitionRecord(
          id,
          {
            revision,
            transition: 'resolve',
            fields: { resolution: 'Done', closureCode: 'solved' },
          },
          this.#request(),
        ),
    ];
    let seen = created;
    for (const step of steps) {
      await this.#comment(id, `${round}-${seen.revision}`);
      const { revision } = seen;
      const after = await this.#insist(async client => {
        const { record } = await client.getRecord(id, this.#request());
        // The answer was lost, not the change: nobody else works on it.
        if (record.revision > revision) return record;
        return step(client, revision);
      });
      if (!after) return;
      this.acknowledged.revisions.push(after);
      seen = after;
    }
  }

  async #comment(id: string, body: string): Promise<void> {
    const entry = await this.#try(client =>
      client.comment(id, { body, visibility: 'requester' }, this.#request()),
    );
    if (entry) this.acknowledged.comments.push(entry);
  }

  /** Until it is done, or the load ends. */
  async #insist<T>(
    ask: (client: FitsmClient) => Promise<T>,
  ): Promise<T | undefined> {
    while (!this.#stopped) {
      const answer = await this.#try(ask);
      if (answer) return answer;
      await pause();
    }
    return undefined;
  }

  async #try<T>(
    ask: (client: FitsmClient) => Promise<T>,
  ): Promise<T | undefined> {
    const backends = this.options.backends();
    this.#turn += 1;
    const backend = backends[this.#turn % backends.length];
    const client = new FitsmClient({
      discoveryApi: { getBaseUrl: async () => `${backend.baseUrl}/api/fitsm` },
    });
    try {
      const answer = await ask(client);
      this.servedBy.set(
        backend.name,
        (this.servedBy.get(backend.name) ?? 0) + 1,
      );
      return answer;
    } catch (error) {
      if (isRefusal(error)) throw error;
      this.failures += 1;
      return undefined;
    }
  }

  #request() {
    return {
      token: this.options.token,
      signal: AbortSignal.timeout(PATIENCE_MS),
    };
  }
}

/**
 * What is wrong with a request stays wrong, however often it is sent. Only a
 * conflict is none: a request that nobody waited for was done after all.
 */
function isRefusal(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number };
  return statusCode !== undefined && statusCode < 500 && statusCode !== 409;
}
