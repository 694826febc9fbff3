import {
  AnyRecordType,
  Independent,
  listOf,
  ProcessCode,
  Refusal,
  RowValue,
  Transition,
} from '@fitsm/plugin-fitsm-common';
import { FitsmRoles } from '@fitsm/plugin-fitsm-node';
import { EntityDirectory } from '../catalog/EntityDirectory';
import { RecordStore } from './RecordStore';
import { RecordTypeRegistry } from './RecordTypeRegistry';
import { publicRecord, StoredRecord } from './rows';

/** What a transition asks for that lies outside of the record. */
export class Circumstances {
  constructor(
    private readonly options: {
      store: RecordStore;
      registry: RecordTypeRegistry;
      directory: EntityDirectory;
      roles: FitsmRoles;
      now?: () => Date;
    },
  ) {}

  /**
   * Why a transition is refused for what lies outside of the record: its links,
   * the roles of people whom it names, and what a guard finds.
   *
   * @param record - with the values that are given together with the transition
   */
  async refusal(
    definition: AnyRecordType,
    record: StoredRecord,
    name: string,
  ): Promise<Refusal | undefined> {
    const { needsLinks, guard } = definition.lifecycle.transitions[name];
    return (
      (needsLinks &&
        (await this.#linksRefusal(definition, record, needsLinks))) ??
      (definition.independent?.before.includes(name)
        ? await this.#independenceRefusal(definition.independent, record)
        : undefined) ??
      (guard ? await this.#guardRefusal(definition, record, guard) : undefined)
    );
  }

  async #linksRefusal(
    { relations }: AnyRecordType,
    { id }: StoredRecord,
    needsLinks: NonNullable<Transition['needsLinks']>,
  ): Promise<Refusal | undefined> {
    const links = await this.options.store.linksOf(id);
    const missing = Object.entries(needsLinks).find(
      ([relation, states]) =>
        !links.some(
          link =>
            link.relation === relation &&
            link.direction === 'outgoing' &&
            states.includes(link.record.state),
        ),
    );
    if (!missing) {
      return undefined;
    }
    const [relation, states] = missing;
    const { label, to } = relations[relation];
    const targets = to.flatMap(type =>
      this.options.registry.has(type)
        ? this.options.registry.get(type).definition
        : [],
    );
    return {
      reason: 'missingLinks',
      message: `Link '${label}' to a ${listOf(
        targets.map(target => target.label.one.toLocaleLowerCase('en')),
      )} that is ${listOf([
        ...new Set(
          targets.flatMap(({ lifecycle }) =>
            states.map(state => `'${lifecycle.states[state]?.label}'`),
          ),
        ),
      ])} first.`,
    };
  }

  /** Those who judge a process have no role in it (GR6). */
  async #independenceRefusal(
    { rows, process, person, otherwise }: Independent,
    { fields }: StoredRecord,
  ): Promise<Refusal | undefined> {
    const { directory, roles } = this.options;
    for (const row of (fields[rows] ?? []) as RowValue[]) {
      const people = [
        row[person] ?? otherwise.map(name => fields[name] ?? []),
      ].flat(2) as string[];
      for (const ref of people) {
        const held = roles.processRolesOf(
          String(row[process]) as ProcessCode,
          await directory.withGroups([ref]),
        );
        if (held.length) {
          return {
            reason: 'notIndependent',
            message: `${ref} has a part in the process '${
              row[process]
            }', as its ${listOf(held, 'and')}: choose somebody who has none.`,
          };
        }
      }
    }
    return undefined;
  }

  async #guardRefusal(
    { name }: AnyRecordType,
    record: StoredRecord,
    guard: string,
  ): Promise<Refusal | undefined> {
    const { guards } = this.options.registry.get(name);
    const answer = await guards[guard]({
      record: publicRecord(record),
      now: this.options.now?.() ?? new Date(),
    });
    return answer === true ? undefined : { reason: 'guard', message: answer };
  }
}
