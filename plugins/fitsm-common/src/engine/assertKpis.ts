import { AnyRecordType } from './defineRecordType';
import { ProcessDefinition } from './defineProcess';
import { Field } from './fields';
import {
  InstantName,
  Kpi,
  KpiCondition,
  LinkWay,
  Quantity,
  Selection,
  selectionOf,
} from './kpis';
import { listOf } from './text';

/** Instants that every record has. */
const ownInstants = ['createdAt', 'closedAt'];

/**
 * Stops the start on a KPI that cannot be computed, with the path of the
 * mistake and its cure.
 *
 * @public
 */
export function assertKpis(processes: ReadonlyArray<ProcessDefinition>) {
  const definitions = processes.flatMap(({ recordTypes }) => recordTypes);
  const problems = processes.flatMap(({ code, kpis = {} }) =>
    Object.entries(kpis).flatMap(([name, one]) =>
      problemsOfKpi(one, definitions).map(
        problem => `${code}.kpis.${name}.${problem}`,
      ),
    ),
  );
  if (problems.length) {
    throw new Error(`KPIs cannot be computed: ${problems.join('; ')}`);
  }
}

/** What is wrong with a KPI where just these record types run. @public */
export function problemsOfKpi(
  { measure, unit }: Kpi,
  all: ReadonlyArray<AnyRecordType>,
): string[] {
  const problems: string[] = [];
  const selection: Selection = selectionOf(measure);
  const definitions = selection.type.flatMap(
    name => all.find(one => one.name === name) ?? [],
  );
  if (definitions.length < selection.type.length || !definitions.length) {
    return [
      `type: ${selection.type.join(', ')} do not all exist; use ${listOf(
        all.map(({ name }) => name),
      )}`,
    ];
  }

  const oneOf = (
    path: string,
    values: ReadonlyArray<string>,
    allowed: ReadonlyArray<string>,
  ) =>
    values
      .filter(value => !allowed.includes(value))
      .forEach(value =>
        problems.push(
          `${path}: '${value}' does not exist; use ${listOf(allowed)}`,
        ),
      );
  /** What some type has; fields are asked of all of them together. */
  const namesOf = (of: (definition: AnyRecordType) => object) => [
    ...new Set(definitions.flatMap(definition => Object.keys(of(definition)))),
  ];
  /** Fields of all types that are alike, so that one reading fits them. */
  const fieldsOf = (...kinds: Field['kind'][]) =>
    Object.entries(definitions[0].fields)
      .filter(([name, field]) =>
        definitions.every(
          ({ fields }) =>
            fields[name]?.kind === field.kind &&
            columnOf(fields[name]) === columnOf(field),
        ),
      )
      .filter(([, { kind }]) => !kinds.length || kinds.includes(kind))
      .map(([name]) => name);
  const instant = (path: string, name: InstantName, ...more: string[]) =>
    oneOf(path, [name], [...ownInstants, ...fieldsOf('dateTime'), ...more]);
  const transitions = (path: string, names: ReadonlyArray<string>) =>
    oneOf(
      path,
      names,
      namesOf(({ lifecycle }) => lifecycle.transitions),
    );
  const quantity = (path: string, what: Quantity) => {
    if (typeof what === 'string') {
      oneOf(path, [what], fieldsOf('number'));
    } else {
      instant(`${path}.from`, what.from);
      instant(`${path}.to`, what.to, 'now');
      if (unit !== 'days' && unit !== 'hours') {
        problems.push(`unit: '${unit}' is none of time; use days or hours`);
      }
    }
  };
  const condition = (path: string, one: KpiCondition) => {
    if ('linked' in one) {
      one.linked.forEach(relation => {
        if (!waysOf(relation, definitions, all).length) {
          problems.push(
            `${path}.linked: '${relation}' leads nowhere from here`,
          );
        }
      });
      oneOf(
        `${path}.state`,
        one.state ?? [],
        one.linked.flatMap(relation =>
          targetsOf(waysOf(relation, definitions, all), all).flatMap(target =>
            Object.keys(target.lifecycle.states),
          ),
        ),
      );
    } else if ('moved' in one) {
      transitions(`${path}.moved`, one.moved);
    } else if ('state' in one) {
      oneOf(
        `${path}.state`,
        one.state,
        namesOf(({ lifecycle }) => lifecycle.states),
      );
    } else if ('instant' in one) {
      instant(`${path}.instant`, one.instant, 'now');
      instant(`${path}.notAfter`, one.notAfter, 'now');
    } else if ('is' in one) {
      oneOf(
        `${path}.field`,
        [one.field],
        ['priority', ...fieldsOf('choice', 'text', 'boolean')],
      );
      const field = definitions[0].fields[one.field];
      if (field?.kind === 'choice') {
        oneOf(`${path}.is`, one.is.map(String), Object.keys(field.options));
      }
      if (field?.kind === 'boolean') {
        if (!one.is.every(value => typeof value === 'boolean')) {
          problems.push(`${path}.is: must hold true or false`);
        }
      }
    } else if ('isSet' in one) {
      oneOf(`${path}.field`, [one.field], fieldsOf());
    }
  };

  const { at, where = [] } = selection;
  if (typeof at === 'string') instant('at', at);
  if (typeof at === 'object') transitions('at.moved', at.moved);
  where.forEach((one, index) => condition(`where.${index}`, one));
  if ('share' in measure) {
    measure.share.forEach((one, index) => condition(`share.${index}`, one));
  }
  if ('mean' in measure) quantity('mean', measure.mean);
  if ('total' in measure) quantity('total', measure.total);
  if ('ratio' in measure) {
    oneOf('ratio.sum', [measure.ratio.sum], fieldsOf('number'));
    oneOf('ratio.per', [measure.ratio.per], fieldsOf('number'));
  }
  if (('share' in measure || 'ratio' in measure) && unit !== 'percent') {
    problems.push(`unit: '${unit}' is not that of a share; use percent`);
  }
  return problems;
}

/** The ways on which a relation, own or inverse, leads from these types. @public */
export function waysOf(
  relation: string,
  from: ReadonlyArray<AnyRecordType>,
  all: ReadonlyArray<AnyRecordType>,
): LinkWay[] {
  const outgoing = from
    .filter(({ relations }) => relation in relations)
    .map(({ name }) => ({
      relation,
      direction: 'outgoing' as const,
      holder: name,
    }));
  const incoming = all.flatMap(({ name: holder, relations }) =>
    Object.entries(relations)
      .filter(
        ([, { to, inverse }]) =>
          inverse.name === relation &&
          from.some(({ name }) => to.includes(name)),
      )
      .map(([name]) => ({
        relation: name,
        direction: 'incoming' as const,
        holder,
      })),
  );
  return [...outgoing, ...incoming];
}

function targetsOf(
  ways: ReadonlyArray<LinkWay>,
  all: ReadonlyArray<AnyRecordType>,
): AnyRecordType[] {
  return all.filter(({ name }) =>
    ways.some(({ direction, holder, relation }) =>
      direction === 'incoming'
        ? holder === name
        : all
            .find(one => one.name === holder)
            ?.relations[relation].to.includes(name),
    ),
  );
}

function columnOf(field: Field | undefined) {
  return field && 'column' in field ? field.column : undefined;
}
