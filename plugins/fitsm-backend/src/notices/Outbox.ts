import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Knex } from 'knex';
import { jsonFrom } from '../records/rows';
import { FITSM_EVENT_TOPIC } from './noticesFor';
import { Notices } from './notices';

const BATCH = 100;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;
/** A deletion behind each change would be a second commit for each. */
const FORGET_AFTER_MS = 200;

/**
 * Tells the world of committed changes. Each is told at once by the backend
 * that made it; what a kill left untold lies in `record_outbox`, and any
 * backend tells it later. Told twice is harmless: a notification has a scope,
 * under which the same one is kept once.
 */
export class Outbox {
  readonly #told: string[] = [];
  #forgetTimer?: NodeJS.Timeout;
  #forgetting?: Promise<void>;
  #underWay = 0;
  #idle?: () => void;
  #saidNotInstalled = false;

  constructor(
    private readonly options: {
      knex: Knex;
      events: EventsService;
      signals?: SignalsService;
      notifications?: NotificationService;
      logger: LoggerService;
    },
  ) {}

  /** Tells of one change that was just committed; it never throws. */
  tell(id: string | undefined, notices: Notices | undefined): void {
    if (!id || !notices) {
      return;
    }
    this.#underWay += 1;
    this.#tell(notices)
      .then(() => {
        this.#told.push(id);
        this.#forgetTimer ??= setTimeout(
          () => this.#forget(),
          FORGET_AFTER_MS,
        ).unref();
      })
      .catch(error =>
        this.options.logger.warn(
          `Telling of a change failed and is tried again later: ${
            toError(error).message
          }`,
        ),
      )
      .finally(() => {
        this.#underWay -= 1;
        if (!this.#underWay) this.#idle?.();
      });
  }

  /** Resolves when nothing is under way or to be forgotten: for an orderly end. */
  async settled(): Promise<void> {
    if (this.#underWay) {
      await new Promise<void>(done => {
        this.#idle = done;
      });
    }
    await this.#forgetting;
    await this.#forget();
  }

  /** Tells what was left untold; answers how many it told. */
  async catchUp(now = new Date()): Promise<number> {
    const { knex, logger } = this.options;
    const rows = await knex('record_outbox')
      .where('due_at', '<=', now.toISOString())
      .orderBy('due_at')
      .limit(BATCH);
    let told = 0;
    for (const row of rows) {
      const wait = Math.min(
        FIRST_RETRY_MS * 2 ** Math.min(row.attempts, 10),
        LONGEST_RETRY_MS,
      );
      // Whoever moves the time on has it: another backend finds it changed.
      const mine = await knex('record_outbox')
        .where({ id: row.id, attempts: row.attempts })
        .update({
          attempts: row.attempts + 1,
          due_at: new Date(now.getTime() + wait).toISOString(),
        });
      if (!mine) continue;
      try {
        await this.#tell(jsonFrom<Notices>(row.notices));
        await knex('record_outbox').where({ id: row.id }).delete();
        told += 1;
      } catch (error) {
        logger.warn(
          `Telling of a change failed ${row.attempts + 1} times: ${
            toError(error).message
          }`,
        );
      }
    }
    return told;
  }

  async #tell({ event, signals, notifications }: Notices): Promise<void> {
    const { options } = this;
    if (event) {
      await options.events.publish({
        topic: FITSM_EVENT_TOPIC,
        eventPayload: event,
      });
    }
    for (const { channel, message, to } of signals) {
      const people = to?.filter(ref => ref.startsWith('user:'));
      await options.signals?.publish({
        channel,
        message,
        recipients: people
          ? { type: 'user', entityRef: people }
          : { type: 'broadcast' },
      });
    }
    for (const notification of notifications) {
      const { to, exclude, ...payload } = notification;
      await this.#notify({
        recipients: {
          type: 'entity',
          entityRef: to,
          ...(exclude && { excludeEntityRef: exclude }),
        },
        payload,
      });
    }
  }

  async #notify(notification: NotificationSendOptions): Promise<void> {
    try {
      await this.options.notifications?.send(notification);
    } catch (error) {
      // Its client tells no other way that notifications are not installed.
      if (!/status 404\b/.test(toError(error).message)) {
        throw error;
      }
      if (!this.#saidNotInstalled) {
        this.#saidNotInstalled = true;
        this.options.logger.info(
          'Nobody is notified, as the notifications backend is not installed',
        );
      }
    }
  }

  async #forget(): Promise<void> {
    clearTimeout(this.#forgetTimer);
    this.#forgetTimer = undefined;
    const ids = this.#told.splice(0);
    if (!ids.length) {
      return;
    }
    this.#forgetting = this.options
      .knex('record_outbox')
      .whereIn('id', ids)
      .delete()
      .then(
        () => undefined,
        error =>
          this.options.logger.warn(
            `What was told stays in the outbox and is told again: ${
              toError(error).message
            }`,
          ),
      );
    await this.#forgetting;
  }
}
