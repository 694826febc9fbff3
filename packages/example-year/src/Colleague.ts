import { ResponseError } from '@backstage/errors';
import { FitsmClient, FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { Draft, Person } from './World';

/** What is kept of records between two requests: their revisions. */
export type Revisions = Map<string, number>;

/** Somebody who acts through the public client, one request after the other. */
export class Colleague implements Person {
  constructor(
    readonly ref: string,
    private readonly options: {
      client: FitsmClient;
      token: string;
      revisions: Revisions;
      /** Called before each request. */
      acts: () => void;
    },
  ) {}

  create(type: string, draft: Draft): Promise<FitsmRecord> {
    return this.#write((client, signedIn) =>
      client.createRecord(type, draft, signedIn),
    );
  }

  move(
    id: string,
    transition: string,
    fields?: object,
    reason?: string,
  ): Promise<FitsmRecord> {
    return this.#change(id, (client, revision, signedIn) =>
      client.transitionRecord(
        id,
        {
          transition,
          revision,
          ...(fields && { fields: { ...fields } }),
          ...(reason && { reason }),
        },
        signedIn,
      ),
    );
  }

  edit(id: string, fields: object): Promise<FitsmRecord> {
    return this.#change(id, (client, revision, signedIn) =>
      client.updateRecord(id, { revision, fields: { ...fields } }, signedIn),
    );
  }

  vote(
    id: string,
    vote: 'approve' | 'refuse',
    reason?: string,
  ): Promise<FitsmRecord> {
    return this.#change(id, (client, revision, signedIn) =>
      client.vote(id, { revision, vote, ...(reason && { reason }) }, signedIn),
    );
  }

  async comment(
    id: string,
    body: string,
    visibility: 'internal' | 'requester' = 'internal',
  ): Promise<void> {
    await this.#act((client, signedIn) =>
      client.comment(id, { body, visibility }, signedIn),
    );
  }

  async link(id: string, relation: string, to: string): Promise<void> {
    await this.#act((client, signedIn) =>
      client.linkRecords(id, { relation, to }, signedIn),
    );
  }

  async read(id: string): Promise<FitsmRecord> {
    const { record } = await this.#act((client, signedIn) =>
      client.getRecord(id, signedIn),
    );
    this.options.revisions.set(id, record.revision);
    return record;
  }

  /**
   * Names the revision that was seen last. Where the record was moved by
   * itself since then, it is read again.
   */
  async #change(
    id: string,
    change: (
      client: FitsmClient,
      revision: number,
      signedIn: { token: string },
    ) => Promise<FitsmRecord>,
  ): Promise<FitsmRecord> {
    const known = this.options.revisions.get(id);
    const changeFrom = (revision: number) =>
      this.#write((client, signedIn) => change(client, revision, signedIn));
    if (known !== undefined) {
      try {
        return await changeFrom(known);
      } catch (error) {
        if (!(error instanceof ResponseError && error.statusCode === 409)) {
          throw error;
        }
      }
    }
    const { revision } = await this.read(id);
    return changeFrom(revision);
  }

  async #write(
    write: (
      client: FitsmClient,
      signedIn: { token: string },
    ) => Promise<FitsmRecord>,
  ): Promise<FitsmRecord> {
    const record = await this.#act(write);
    this.options.revisions.set(record.id, record.revision);
    return record;
  }

  async #act<T>(
    act: (client: FitsmClient, signedIn: { token: string }) => Promise<T>,
  ): Promise<T> {
    const { client, token, acts } = this.options;
    acts();
    return act(client, { token });
  }
}
