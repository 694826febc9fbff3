import { NotFoundError, toError } from '@backstage/errors';
import { FitsmClient, FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { Calendar, Entry } from './Calendar';
import { Clock } from './Clock';
import { Colleague } from './Colleague';
import { Organisation } from './Organisation';
import { Random } from './Random';
import { Person, World } from './World';

/** Where the example organisation works. */
export const ZONE = 'Europe/London';

/** How long somebody takes for one act, at the scale of the demo. */
const ACT_MS = 20_000;
/** If creates came faster, the numbers of records would have gaps. */
const SHORTEST_ACT_MS = 1_001;
const OPENING_HOUR = 8;
const WORKING_MINUTES = 9 * 60;

/** Puts a part of the year into the calendar. */
export type Story = (world: World) => void;

/** A request that was refused: a story does not fit the definitions. */
export interface Refusal {
  story: string;
  at: string;
  message: string;
}

/** One year of the organisation, which all stories share. */
export class Year {
  readonly refusals: Refusal[] = [];
  requests = 0;
  readonly #calendar = new Calendar<Entry & { story: string }>();
  readonly #people = new Map<string, Person>();
  /** People by what stories call them. */
  readonly #called = new Map<string, Person>();
  readonly #revisions = new Map<string, number>();
  readonly #remembered = new Map<string, FitsmRecord[]>();

  constructor(
    private readonly options: {
      organisation: Organisation;
      client: FitsmClient;
      tokenOf: (userRef: string) => string;
      clock: Clock;
      seed: number;
      scale: number;
      start: DateTime;
      end: DateTime;
    },
  ) {}

  /** Lets a story put in what is to happen. */
  tell(name: string, story: Story): void {
    story(this.#worldOf(name));
  }

  /** Puts in something that is of no story. */
  put(time: DateTime, happens: () => Promise<void>): void {
    this.#calendar.put({ time: time.toMillis(), happens, story: 'jobs' });
  }

  /** Lives all that is in the calendar, one thing after the other. */
  async live(onDay: (day: number, days: number) => void): Promise<void> {
    const { clock, start, end } = this.options;
    const dayOf = (time: number) =>
      Math.floor((time - start.toMillis()) / 86_400_000);
    let today = -1;
    for (;;) {
      const entry = this.#calendar.take();
      if (!entry || entry.time > end.toMillis()) {
        break;
      }
      clock.moveTo(entry.time);
      if (dayOf(clock.now) !== today) {
        today = dayOf(clock.now);
        onDay(today, dayOf(end.toMillis()));
      }
      try {
        await entry.happens();
      } catch (error) {
        this.refusals.push({
          story: entry.story,
          at: new Date(clock.now).toISOString(),
          message: messageOf(error),
        });
      }
    }
    clock.moveTo(end.toMillis());
  }

  #worldOf(story: string): World {
    const { organisation, clock, seed, scale, start, end } = this.options;
    const random = new Random(seedOf(seed, story));
    const now = () => DateTime.fromMillis(clock.now, { zone: ZONE });
    const at: World['at'] = (time, happens) =>
      this.#calendar.put({ time: time.toMillis(), happens, story });
    return {
      random,
      start,
      end,
      scale,
      at,
      after: (duration, happens) => at(now().plus(duration), happens),
      now,
      workday: day => {
        const date = start.plus({ days: day });
        return (date.weekday > 5 ? date.plus({ days: 8 - date.weekday }) : date)
          .startOf('day')
          .plus({
            hours: OPENING_HOUR,
            minutes: random.between(0, WORKING_MINUTES),
          });
      },
      person: name => this.#personCalled(name),
      members: group =>
        organisation
          .membersOf(`group:default/${group}`)
          .map(ref => this.#person(ref)),
      entities: kind => organisation.refsOf(kind),
      ownerOf: entityRef => organisation.ownerOf(entityRef),
      remember: (name, record) => {
        const records = this.#remembered.get(name);
        if (records) {
          records.push(record);
        } else {
          this.#remembered.set(name, [record]);
        }
      },
      recall: name => this.#remembered.get(name) ?? [],
    };
  }

  #personCalled(name: string): Person {
    const known = this.#called.get(name);
    if (known) {
      return known;
    }
    const person = this.#person(refOf(this.options.organisation, name));
    this.#called.set(name, person);
    return person;
  }

  #person(ref: string): Person {
    const { client, clock, tokenOf, scale } = this.options;
    const person =
      this.#people.get(ref) ??
      new Colleague(ref, {
        client,
        token: tokenOf(ref),
        revisions: this.#revisions,
        acts: () => {
          this.requests += 1;
          clock.moveTo(clock.now + Math.max(SHORTEST_ACT_MS, ACT_MS / scale));
        },
      });
    this.#people.set(ref, person);
    return person;
  }
}

/** `maren-aldous`, or the first who holds the role `isrm:manager`. */
function refOf(organisation: Organisation, name: string): string {
  const [process, role] = name.split(':');
  const ref = role
    ? organisation.holdersOf(process, role)[0]
    : `user:default/${name}`;
  if (!ref || !organisation.refsOf('User').includes(ref)) {
    throw new NotFoundError(
      `There is nobody called '${name}'; write a name as in examples/catalog/org.yaml, or a role as in isrm:manager`,
    );
  }
  return ref;
}

/** Each story has a chance of its own: what one does changes no other. */
function seedOf(seed: number, story: string): number {
  return [...story].reduce(
    (sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0),
    seed,
  );
}

/** What the backend said, where it said something. */
function messageOf(error: unknown): string {
  const { body } = error as { body?: { error?: { message?: string } } };
  const { name, message, stack } = toError(error);
  return body?.error?.message
    ? `${name}: ${body.error.message} ${whereIn(stack)}`
    : `${name}: ${message} ${whereIn(stack)}`;
}

/** The place in the story. */
function whereIn(stack: string | undefined): string {
  return stack?.match(/stories\/[^)]*/)?.[0] ?? '';
}
