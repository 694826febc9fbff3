import { ConflictError } from '@backstage/errors';
import {
  ConformityClient,
  FitsmClient,
  recordTypes,
} from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { Clock } from './Clock';
import { Organisation } from './Organisation';
import { DatabaseConfig, startServer } from './server';
import { Refusal, Story, Year, ZONE } from './Year';

const ADMINISTRATOR = 'user:default/grace-wanjiru';
/** Records move by themselves so often. */
const JOB_HOURS = 6;
const AUTOMATIC_TRANSITIONS_JOB = 'automatic-transitions';

/** To pack what does not leave the machine takes longer than to send it. */
const plainFetch: typeof fetch = (url, init) =>
  fetch(url, {
    ...init,
    headers: { ...init?.headers, 'Accept-Encoding': 'identity' },
  });

export interface YearOptions {
  organisation: Organisation;
  database: DatabaseConfig;
  stories: Record<string, Story>;
  /** The same seed and the same end make the same year. */
  seed: number;
  /** 1 is the demo. */
  scale: number;
  until: DateTime;
  days: number;
  onDay?: (day: number, days: number) => void;
}

export interface YearResult {
  /** Records by type. */
  counts: Record<string, number>;
  /** Rows of FitSM-2 for which the year has nothing to show. */
  missing: string[];
  requests: number;
  refusals: Refusal[];
}

/**
 * Lives a year of the example organisation, through the API of a backend in
 * this process, with the clock at each act's time.
 *
 * @throws ConflictError where the database has records already
 */
export async function liveYear(options: YearOptions): Promise<YearResult> {
  const { organisation, database, stories, seed, scale, days } = options;
  const end = options.until.setZone(ZONE);
  const start = end.startOf('day').minus({ days });
  const clock = new Clock(start.toMillis());
  try {
    const server = await startServer({ organisation, database });
    try {
      const connection = {
        discoveryApi: { getBaseUrl: async () => server.baseUrl },
        fetchApi: { fetch: plainFetch },
      };
      const client = new FitsmClient(connection);
      const token = server.tokens.ofUser(ADMINISTRATOR);
      await assertEmpty(client, token);
      const year = new Year({
        organisation,
        client,
        tokenOf: ref => server.tokens.ofUser(ref),
        clock,
        seed,
        scale,
        start,
        end,
      });
      for (const [name, story] of Object.entries(stories)) {
        year.tell(name, story);
      }
      for (
        let time = start;
        time < end;
        time = time.plus({ hours: JOB_HOURS })
      ) {
        year.put(time, () => server.runJob(AUTOMATIC_TRANSITIONS_JOB));
      }
      await year.live(options.onDay ?? (() => {}));
      return {
        counts: await countsOf(client, token),
        missing: await missingRows(new ConformityClient(connection), token),
        requests: year.requests,
        refusals: year.refusals,
      };
    } finally {
      await server.stop();
    }
  } finally {
    clock.stop();
  }
}

async function assertEmpty(client: FitsmClient, token: string) {
  const { items } = await client.queryRecords({ limit: 1 }, { token });
  if (items.length) {
    throw new ConflictError(
      `The database has records already (${items[0].id}); name one that has none`,
    );
  }
}

async function countsOf(
  client: FitsmClient,
  token: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of recordTypes) {
    const { totalItems } = await client.queryRecords(
      { type: [name], limit: 1, totalItems: 'include' },
      { token },
    );
    counts[name] = totalItems ?? 0;
  }
  return counts;
}

async function missingRows(
  client: ConformityClient,
  token: string,
): Promise<string[]> {
  const { groups } = await client.getConformity({ token });
  return groups.flatMap(({ rows }) =>
    rows.filter(({ state }) => state === 'missing').map(({ id }) => id),
  );
}
