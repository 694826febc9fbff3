import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import { AnyRecordType } from '../engine/defineRecordType';
import { FieldValue, RowValue } from '../engine/fields';
import { listOf } from '../engine/text';
import {
  entityRefOf,
  recordTitle,
  validatorForField,
} from '../engine/validatorFor';
import { ImportMapping, ValueMapping } from './importMapping';
import { Cells } from './imports';
import {
  checkedTarget,
  fieldTarget,
  instantTarget,
  Target,
  Value,
  valueReader,
  ValueReader,
} from './readValue';
import { timesOf } from './times';

/** What a row says of its record. */
export interface RowValues {
  title: string;
  state: string;
  owner?: string;
  priority?: number;
  createdAt: string;
  createdBy?: string;
  updatedAt?: string;
  closedAt?: string;
  fields: Record<string, FieldValue>;
  links: Array<{ relation: string; sourceId: string }>;
  event?: { at: string; actor?: string; reason?: string };
}

/** Reads a row; the values count only where it had no problems. */
export type RowReader = (cells: Cells, problems: string[]) => RowValues;

/**
 * @throws InputError where the mapping does not fit the definition, with the
 * path of each mistake and its cure
 */
export function createRowReader(
  definition: AnyRecordType,
  mapping: ImportMapping,
): RowReader {
  const mistakes: string[] = [];
  const missing = new Set(mapping.missing ?? []);
  const times = timesOf(mapping.times ?? {});

  function reader<T extends Value>(
    value: ValueMapping | undefined,
    target: Target,
  ): ValueReader<T> {
    if (!value) return () => undefined;
    mistakes.push(...mistakesIn(value, target, Boolean(mapping.events)));
    return valueReader<T>(value, target, missing);
  }
  function needed<T extends Value>(
    value: ValueMapping,
    target: Target,
  ): ValueReader<T> {
    const one = reader<T>(value, target);
    return (cells, problems) => {
      const before = problems.length;
      const result = one(cells, problems);
      if (result === undefined && problems.length === before) {
        problems.push(
          `${value.column ?? target.path}: is empty; ${target.path} is needed`,
        );
      }
      return result;
    };
  }
  const person = (path: string) => checkedTarget(path, entityRefOf(['User']));
  const instant = (path: string) => instantTarget(path, times);

  const states = Object.keys(definition.lifecycle.states);
  const title = needed<string>(
    mapping.title,
    checkedTarget('title', recordTitle),
  );
  const state = needed<string>(
    mapping.state,
    checkedTarget(
      'state',
      z.enum(
        states,
        `is not a state of ${definition.name}; use ${listOf(states)}`,
      ),
    ),
  );
  const owner = reader<string>(
    mapping.owner,
    checkedTarget('owner', entityRefOf(['User', 'Group'])),
  );
  const levels = Object.keys(definition.prioritised?.levels ?? {});
  if (mapping.priority && !levels.length) {
    mistakes.push(`priority: ${definition.name} has no priority; leave it out`);
  }
  const priority = reader<number>(mapping.priority, {
    path: 'priority',
    convert: value =>
      levels.includes(String(value))
        ? { value: Number(value) }
        : { problem: `'${value}' is not a priority; use ${listOf(levels)}` },
  });
  const createdAt = needed<string>(mapping.createdAt, instant('createdAt'));
  const createdBy = reader<string>(mapping.createdBy, person('createdBy'));
  const updatedAt = reader<string>(mapping.updatedAt, instant('updatedAt'));
  const closedAt = reader<string>(mapping.closedAt, instant('closedAt'));

  const fields = Object.entries(mapping.fields ?? {}).flatMap(
    ([name, value]) => {
      const path = `fields.${name}`;
      const field = definition.fields[name];
      if (!field) {
        mistakes.push(
          `${path}: ${definition.name} has no such field; use ${listOf(
            Object.keys(definition.fields),
          )}`,
        );
        return [];
      }
      const target = fieldTarget(path, field, times);
      return [
        { name, read: reader<Exclude<FieldValue, RowValue[]>>(value, target) },
      ];
    },
  );
  const links = Object.entries(mapping.links ?? {}).flatMap(
    ([relation, value]) => {
      const path = `links.${relation}`;
      const { many } = definition.relations[relation] ?? {};
      if (!definition.relations[relation]) {
        mistakes.push(
          `${path}: ${definition.name} has no such relation; use ${listOf(
            Object.keys(definition.relations),
          )}`,
        );
        return [];
      }
      const id = validatorForField({ kind: 'text', label: 'Id' });
      return [
        {
          relation,
          read: reader<string | string[]>(value, checkedTarget(path, id, many)),
        },
      ];
    },
  );
  const event = mapping.events && {
    at: needed<string>(mapping.events.at, instant('events.at')),
    actor: reader<string>(mapping.events.actor, person('events.actor')),
    reason: reader<string>(
      mapping.events.reason,
      checkedTarget(
        'events.reason',
        validatorForField({ kind: 'markdown', label: 'Reason' }),
      ),
    ),
  };
  if (mistakes.length) {
    throw new InputError(
      mistakes.map(mistake => `mapping.${mistake}`).join('; '),
    );
  }

  return (cells, problems) => {
    const values: RowValues = {
      title: title(cells, problems) ?? '',
      state: state(cells, problems) ?? '',
      owner: owner(cells, problems),
      priority: priority(cells, problems),
      createdAt: createdAt(cells, problems) ?? '',
      createdBy: createdBy(cells, problems),
      updatedAt: updatedAt(cells, problems),
      closedAt: closedAt(cells, problems),
      fields: {},
      links: links.flatMap(({ relation, read }) =>
        [read(cells, problems) ?? []]
          .flat()
          .map(sourceId => ({ relation, sourceId })),
      ),
    };
    for (const field of fields) {
      const value = field.read(cells, problems);
      if (value !== undefined) values.fields[field.name] = value;
    }
    if (event) {
      values.event = {
        at: event.at(cells, problems) ?? '',
        actor: event.actor(cells, problems),
        reason: event.reason(cells, problems),
      };
    }
    return values;
  };
}

/** What is wrong with a value of the mapping before any row is read. */
function mistakesIn(
  value: ValueMapping,
  target: Target,
  hasEvents: boolean,
): string[] {
  const mistakes: string[] = [];
  const check = (path: string, constant: string | number | boolean | null) => {
    const result =
      constant === null ? { value: null } : target.convert(constant);
    if ('problem' in result) {
      mistakes.push(`${target.path}.${path}: ${result.problem}`);
    }
  };
  for (const [text, constant] of Object.entries(value.values ?? {})) {
    check(`values.${text}`, constant);
  }
  value.spread?.forEach((constant, index) =>
    check(`spread.${index}`, constant),
  );
  if (value.ref) check('ref', value.ref.replaceAll('{value}', 'name'));
  if (value.text !== undefined && !value.text.includes('{')) {
    check('text', value.text);
  }
  if (value.fromLast && !(hasEvents && target.path.startsWith('fields.'))) {
    mistakes.push(
      `${target.path}.fromLast: is for fields, where rows are events; leave it out`,
    );
  }
  if (value.otherwise) {
    const path = `${target.path}.otherwise`;
    mistakes.push(
      ...mistakesIn(value.otherwise, { ...target, path }, hasEvents),
    );
  }
  return mistakes;
}
