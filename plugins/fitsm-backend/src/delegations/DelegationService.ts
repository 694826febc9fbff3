import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  delegatePermission,
  Delegation,
  entityRefOf,
  instant,
  parseInput,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { EntityDirectory } from '../catalog/EntityDirectory';
import { audited } from '../records/audited';
import { reason } from '../records/inputs';
import { Caller, RecordAuthorizer } from '../records/RecordAuthorizer';
import { instantFrom } from '../records/rows';

const LONGEST_DAYS = 366;
/** Of one person, so that a list needs no pages. */
const MOST = 50;

const delegationInput = z.strictObject({
  delegate: entityRefOf(['User']),
  startsAt: instant,
  endsAt: instant,
  reason: reason.optional(),
});

/** Deputies (APP-1): people name who votes in their place, and for how long. */
export class DelegationService {
  constructor(
    private readonly options: {
      knex: Knex;
      authorizer: RecordAuthorizer;
      directory: EntityDirectory;
      auditor: AuditorService;
    },
  ) {}

  /** Those in whose place somebody may vote now. */
  async delegatorsOf(caller: Caller): Promise<string[]> {
    if (caller.actor.kind !== 'person') {
      return [];
    }
    const now = new Date().toISOString();
    return this.options
      .knex('delegations')
      .where('delegate', caller.actor.ref)
      .where('starts_at', '<=', now)
      .where('ends_at', '>', now)
      .limit(MOST)
      .pluck('person');
  }

  /** What somebody has given or got, and what has not ended. */
  async list(caller: Caller): Promise<{ items: Delegation[] }> {
    const person = await this.#personOf(caller);
    const rows = await this.options
      .knex('delegations')
      .where(mine => mine.where({ person }).orWhere({ delegate: person }))
      .where('ends_at', '>', new Date().toISOString())
      .orderBy(['starts_at', 'id'])
      .limit(2 * MOST);
    return { items: rows.map(delegationFrom) };
  }

  async create(caller: Caller, input: unknown): Promise<Delegation> {
    const { auditor, directory, knex } = this.options;
    const person = await this.#personOf(caller);
    return audited(
      auditor,
      { eventId: 'delegation-create', caller, severityLevel: 'high' },
      async () => {
        const given = parseInput(delegationInput, input);
        const [starts, ends] = [given.startsAt, given.endsAt].map(value =>
          DateTime.fromISO(value!),
        );
        if (given.delegate === person) {
          throw new InputError('delegate: must be somebody else');
        }
        if (ends <= starts || ends <= DateTime.now()) {
          throw new InputError(
            'endsAt: must lie after startsAt, and after now',
          );
        }
        if (ends.diff(starts, 'days').days > LONGEST_DAYS) {
          throw new InputError(
            `endsAt: must lie at most ${LONGEST_DAYS} days after startsAt`,
          );
        }
        if (!(await directory.find([given.delegate])).has(given.delegate)) {
          throw new InputError(
            `delegate: the catalog has no ${given.delegate}; choose one that it has`,
          );
        }
        const [{ count }] = await knex('delegations')
          .where({ person })
          .where('ends_at', '>', new Date().toISOString())
          .count({ count: '*' });
        if (Number(count) >= MOST) {
          throw new InputError(
            `delegate: you have ${MOST} deputies already; end one first`,
          );
        }
        const row = {
          id: randomUUID(),
          person,
          delegate: given.delegate,
          starts_at: given.startsAt,
          ends_at: given.endsAt,
          reason: given.reason ?? null,
          created_at: new Date().toISOString(),
        };
        await knex('delegations').insert(row);
        return delegationFrom(row);
      },
    );
  }

  /** Ends one that its person gave, from now on. */
  async end(caller: Caller, id: string): Promise<void> {
    const person = await this.#personOf(caller);
    await audited(
      this.options.auditor,
      { eventId: 'delegation-end', caller, id },
      async () => {
        const now = new Date().toISOString();
        const ended = await this.options
          .knex('delegations')
          .where({ id, person })
          .where('ends_at', '>', now)
          .update({ ends_at: now });
        if (!ended) {
          throw new NotFoundError(`You gave no delegation ${id}`);
        }
      },
    );
  }

  async #personOf(caller: Caller): Promise<string> {
    if (caller.actor.kind !== 'person') {
      throw new NotAllowedError('Only people have deputies');
    }
    await this.options.authorizer.require(
      caller,
      delegatePermission,
      'name deputies',
    );
    return caller.actor.ref;
  }
}

function delegationFrom(row: {
  id: string;
  person: string;
  delegate: string;
  starts_at: string | Date;
  ends_at: string | Date;
  reason: string | null;
}): Delegation {
  return {
    id: row.id,
    person: row.person,
    delegate: row.delegate,
    startsAt: instantFrom(row.starts_at),
    endsAt: instantFrom(row.ends_at),
    ...(row.reason !== null && { reason: row.reason }),
  };
}
