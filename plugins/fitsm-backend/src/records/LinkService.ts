import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { AnyRecordType, listOf, parseInput } from '@fitsm/plugin-fitsm-common';
import { NewEntry } from '../history/chain';
import { audited } from './audited';
import { assertCan } from './assertions';
import { linkInput } from './inputs';
import { Caller, RecordAuthorizer } from './RecordAuthorizer';
import { RecordReader } from './RecordReader';
import { NewLink, RecordStore } from './RecordStore';

/** Links records, in the history of both (LNK-1). */
export class LinkService {
  constructor(
    private readonly options: {
      store: RecordStore;
      reader: RecordReader;
      authorizer: RecordAuthorizer;
      auditor: AuditorService;
      now?: () => Date;
    },
  ) {}

  async link(caller: Caller, id: string, input: unknown): Promise<void> {
    await this.#changeLink(caller, id, input, 'linked');
  }

  async unlink(caller: Caller, id: string, input: unknown): Promise<void> {
    await this.#changeLink(caller, id, input, 'unlinked');
  }

  async #changeLink(
    caller: Caller,
    id: string,
    input: unknown,
    kind: 'linked' | 'unlinked',
  ): Promise<void> {
    await audited(
      this.options.auditor,
      {
        eventId: `record-${kind === 'linked' ? 'link' : 'unlink'}`,
        caller,
        id,
      },
      async () => {
        const { relation, to } = parseInput(linkInput, input);
        if (to === id) {
          throw new InputError('to: must be another record');
        }
        const rights = await this.options.authorizer.rightsOf(caller, [
          'update',
        ]);
        const here = await this.options.reader.open(caller, id, rights);
        assertCan(here.can.update, `change the links of ${id}`);
        const there = await this.options.reader.open(
          caller,
          to,
          rights,
          'to: ',
        );
        const direction = relationBetween(here, there, relation);
        const { source } = direction;
        const { store } = this.options;
        if (kind === 'linked') {
          await this.#assertRoom(direction);
        }
        const at = (this.options.now?.() ?? new Date()).toISOString();
        const entries = entriesFor(direction, kind, caller, at);
        const act = kind === 'linked' ? store.link : store.unlink;
        const changed = await act.call(
          store,
          here === source ? here.record : there.record,
          direction.name,
          here === source ? there.record : here.record,
          entries,
        );
        if (!changed && kind === 'unlinked') {
          throw new NotFoundError(
            `There is no link '${relation}' from ${id} to ${to}`,
          );
        }
      },
    );
  }

  /**
   * The links that a new record comes with.
   *
   * @throws InputError that names the entry that does not fit
   */
  async ofNew(
    caller: Caller,
    here: Side,
    inputs: ReadonlyArray<{ relation: string; to: string }>,
    at: string,
  ): Promise<Array<NewLink & { ownEntry: NewEntry }>> {
    const result: Array<NewLink & { ownEntry: NewEntry }> = [];
    for (const [index, { relation, to }] of inputs.entries()) {
      const there = await this.options.reader.open(
        caller,
        to,
        [],
        `links.${index}.to: `,
      );
      const direction = relationBetween(here, there, relation);
      if (direction.source === there) {
        await this.#assertRoom(direction);
      }
      const { from, to: toEntry } = entriesFor(direction, 'linked', caller, at);
      const isOutgoing = direction.source === here;
      result.push({
        from: direction.source.record.id,
        relation: direction.name,
        to: direction.target.record.id,
        other: there.record,
        entry: isOutgoing ? toEntry : from,
        ownEntry: isOutgoing ? from : toEntry,
      });
    }
    const repeated = result.find((one, index) =>
      result
        .slice(0, index)
        .some(({ from, relation, to }) =>
          [from === one.from, relation === one.relation, to === one.to].every(
            Boolean,
          ),
        ),
    );
    if (repeated) {
      throw new InputError(
        `links: ${repeated.other.id} comes twice; leave one out`,
      );
    }
    return result;
  }

  /** Where a relation leads to one record only, it must be free. */
  async #assertRoom({ name, source, target }: Direction) {
    const { label, many } = source.definition.relations[name];
    if (many) {
      return;
    }
    const others = await this.options.store.linksOf(source.record.id);
    const other = others.find(
      link =>
        link.direction === 'outgoing' &&
        link.relation === name &&
        link.record.id !== target.record.id,
    );
    if (other) {
      throw new ConflictError(
        `${source.record.id} has a link '${label}' already, to ${other.record.id}; remove that one first`,
      );
    }
  }
}

/** A record on one side of a link. */
interface Side {
  definition: AnyRecordType;
  record: { id: string };
}

interface Direction {
  name: string;
  source: Side;
  target: Side;
}

/** What the histories of both sides tell. */
function entriesFor(
  { name, source, target }: Direction,
  kind: 'linked' | 'unlinked',
  caller: Caller,
  at: string,
): { from: NewEntry; to: NewEntry } {
  const entryFor = (relation: string, other: string): NewEntry => ({
    kind,
    at,
    actor: caller.actor,
    changes: {
      [relation]: kind === 'linked' ? { to: other } : { from: other },
    },
  });
  const { inverse } = source.definition.relations[name];
  return {
    from: entryFor(name, target.record.id),
    to: entryFor(inverse.name, source.record.id),
  };
}

/** A relation by its name on either side. */
function relationBetween(here: Side, there: Side, relation: string): Direction {
  const own = Object.hasOwn(here.definition.relations, relation)
    ? here.definition.relations[relation]
    : undefined;
  if (own?.to.includes(there.definition.name)) {
    return { name: relation, source: here, target: there };
  }
  const inverse = Object.entries(there.definition.relations).find(
    ([, one]) =>
      one.inverse.name === relation && one.to.includes(here.definition.name),
  );
  if (inverse) {
    return { name: inverse[0], source: there, target: here };
  }
  const possible = [
    ...Object.entries(here.definition.relations)
      .filter(([, { to }]) => to.includes(there.definition.name))
      .map(([name]) => name),
    ...Object.values(there.definition.relations)
      .filter(({ to }) => to.includes(here.definition.name))
      .map(one => one.inverse.name),
  ];
  throw new InputError(
    `relation: '${relation}' does not lead from ${here.definition.name} to ${
      there.definition.name
    }; use ${listOf(possible)}`,
  );
}
