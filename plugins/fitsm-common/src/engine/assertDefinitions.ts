import {
  AnyRecordType,
  recordAttributes,
  StateCategory,
  Transition,
} from './defineRecordType';
import { CellField, Field } from './fields';
import { stepColumns } from './steps';
import { listOf } from './text';
import { validatorForField } from './validatorFor';

/** Names that every record has, or that roles of the engine have. */
const taken = [
  'id',
  'type',
  'title',
  'state',
  'owner',
  'creator',
  'entityOwner',
  'priority',
  'restricted',
];

/**
 * Stops the start on a definition that cannot work, with the path of the
 * mistake and its cure. TypeScript catches most of it where definitions are
 * written in it; add-ons may come from elsewhere.
 *
 * @public
 */
export function assertDefinitions(definitions: ReadonlyArray<AnyRecordType>) {
  const problems = definitions.flatMap(definition =>
    problemsOf(definition, definitions).map(
      problem => `${definition.name}.${problem}`,
    ),
  );
  for (const key of ['name', 'idPrefix'] as const) {
    const seen = new Set<string>();
    for (const definition of definitions) {
      const value = definition[key];
      if (seen.has(value)) {
        problems.push(
          `${definition.name}.${key}: '${value}' is another record type's too; choose one that is free`,
        );
      }
      seen.add(value);
    }
  }
  if (problems.length) {
    throw new Error(`Record types cannot be used: ${problems.join('; ')}`);
  }
}

function problemsOf(
  definition: AnyRecordType,
  all: ReadonlyArray<AnyRecordType>,
): string[] {
  const problems: string[] = [];
  const oneOf = (
    path: string,
    value: string,
    allowed: ReadonlyArray<string>,
  ) => {
    if (!allowed.includes(value)) {
      problems.push(
        `${path}: '${value}' does not exist; use ${listOf(allowed)}`,
      );
    }
  };
  const problemsOfMoves = (
    path: string,
    { relation: name, transition }: NonNullable<Transition['moves']>,
  ) => {
    // The relation as this side calls it, be it the inverse of another's.
    const targets = all.filter(
      other =>
        definition.relations[name]?.to.includes(other.name) ||
        Object.values(other.relations).some(
          relation =>
            relation.inverse.name === name &&
            relation.to.includes(definition.name),
        ),
    );
    // Types to which it leads may be switched off.
    return !targets.length ||
      targets.some(other => transition in other.lifecycle.transitions)
      ? []
      : [
          `${path}.transition: '${transition}' is none of ${listOf(
            targets.map(other => other.name),
          )}`,
        ];
  };
  const fieldNames = Object.keys(definition.fields);
  const namesOf = (kind: Field['kind']) =>
    fieldNames.filter(name => definition.fields[name].kind === kind);
  const choicesOf = (
    path: string,
    name: string,
    values: ReadonlyArray<string>,
  ) => {
    oneOf(path, name, namesOf('choice'));
    const field = definition.fields[name];
    values.forEach(value =>
      oneOf(
        `${path}.${name}`,
        value,
        field?.kind === 'choice' ? Object.keys(field.options) : [],
      ),
    );
  };
  const states = Object.keys(definition.lifecycle.states);

  if (!/^[a-z][A-Za-z0-9]{1,39}$/.test(definition.name)) {
    problems.push(
      `name: '${definition.name}' must be camelCase, of at most 40 letters and digits`,
    );
  }
  if (!/^[A-Z]{2,8}$/.test(definition.idPrefix)) {
    problems.push(
      `idPrefix: '${definition.idPrefix}' must be two to eight capital letters`,
    );
  }

  const columns = new Map<string, string>();
  for (const [name, field] of Object.entries(definition.fields)) {
    const path = `fields.${name}`;
    if (!/^[a-z][A-Za-z0-9]{0,59}$/.test(name) || taken.includes(name)) {
      problems.push(
        `${path}: the name must be camelCase and not one of ${listOf(taken)}`,
      );
    }
    const column = 'column' in field ? field.column : undefined;
    if (column && columns.has(column)) {
      problems.push(
        `${path}.column: '${column}' is filled by ${columns.get(
          column,
        )} already; leave it out of one`,
      );
    }
    if (column) columns.set(column, name);
    if (column && 'many' in field && field.many) {
      problems.push(
        `${path}.many: a shared column holds one value; leave out many, or column`,
      );
    }
    if (field.kind === 'choice' && field.default !== undefined) {
      if (!validatorForField(field).safeParse(field.default).success) {
        oneOf(`${path}.default`, field.default, Object.keys(field.options));
      }
    }
    if (field.kind === 'person' && typeof field.default === 'object') {
      oneOf(`${path}.default`, field.default.ownerOf, namesOf('entity'));
    }
  }
  for (const source of definition.owner.default) {
    if (typeof source === 'object') {
      oneOf('owner.default', source.ownerOf, namesOf('entity'));
    }
  }

  const { initial, transitions } = definition.lifecycle;
  oneOf('lifecycle.initial', initial, states);
  const apartRoles = [...namesOf('person'), 'owner', 'creator'];
  const parties = [
    ...namesOf('person'),
    'owner',
    'entityOwner',
    'anyone',
    'process:owner',
    'process:manager',
    'process:staff',
  ];
  for (const [name, transition] of Object.entries(transitions)) {
    const path = `lifecycle.transitions.${name}`;
    transition.from.forEach(state => oneOf(`${path}.from`, state, states));
    oneOf(`${path}.to`, transition.to, states);
    transition.by.forEach(party => oneOf(`${path}.by`, party, parties));
    transition.apartFrom?.forEach(role =>
      oneOf(`${path}.apartFrom`, role, apartRoles),
    );
    for (const key of ['needs', 'offers', 'clears'] as const) {
      transition[key]?.forEach(field =>
        oneOf(`${path}.${key}`, field, fieldNames),
      );
    }
    transition.stamps?.forEach(field =>
      oneOf(`${path}.stamps`, field, namesOf('dateTime')),
    );
    transition.notify?.forEach(role =>
      oneOf(`${path}.notify`, role, [...namesOf('person'), 'owner']),
    );
    for (const [relation, wanted] of Object.entries(
      transition.needsLinks ?? {},
    )) {
      oneOf(`${path}.needsLinks`, relation, Object.keys(definition.relations));
      const targets = all.filter(({ name: target }) =>
        definition.relations[relation]?.to.includes(target),
      );
      // Types to which it leads may be switched off.
      if (targets.length) {
        wanted.forEach(state =>
          oneOf(
            `${path}.needsLinks.${relation}`,
            state,
            targets.flatMap(target => Object.keys(target.lifecycle.states)),
          ),
        );
      }
    }
    transition.evidenceWhen?.forEach(({ when }, index) =>
      Object.entries(when).forEach(([field, values]) =>
        choicesOf(`${path}.evidenceWhen.${index}.when`, field, values ?? []),
      ),
    );
    const isDecision = Object.values(definition.approvals ?? {}).some(
      ({ approves, refuses }) => [approves, refuses].includes(name),
    );
    if (transition.moves) {
      problems.push(...problemsOfMoves(`${path}.moves`, transition.moves));
    }
    if (!transition.by.length && !transition.automatic && !isDecision) {
      problems.push(
        `${path}.by: nobody may use it; name who may, or make it automatic`,
      );
    }
    if (transition.automatic && 'at' in transition.automatic) {
      oneOf(
        `${path}.automatic.at`,
        transition.automatic.at,
        namesOf('dateTime'),
      );
    }
    if (
      transition.automatic &&
      ((transition.needs?.length ?? 0) > 0 || transition.reason === 'required')
    ) {
      problems.push(
        `${path}.automatic: nobody is there to fill in fields or a reason; take needs and reason away`,
      );
    }
    if (transition.automatic && transition.from.includes(transition.to)) {
      problems.push(
        `${path}.automatic: from '${transition.to}' it would happen again and again; take it out of from`,
      );
    }
  }
  const reached = reachableStates(definition);
  for (const state of states) {
    if (!reached.has(state)) {
      problems.push(
        `lifecycle.states.${state}: no transition leads there from '${initial}'; add one, or remove the state`,
      );
    }
    const category: StateCategory = definition.lifecycle.states[state].category;
    const hasWayOut = Object.values(transitions).some(({ from }) =>
      from.includes(state),
    );
    if (category !== 'closed' && !hasWayOut) {
      problems.push(
        `lifecycle.states.${state}: no transition leads out of it; add one, or make its category 'closed'`,
      );
    }
  }

  for (const [name, approval] of Object.entries(definition.approvals ?? {})) {
    const path = `approvals.${name}`;
    const transitionNames = Object.keys(transitions);
    oneOf(`${path}.state`, approval.state, states);
    approval.by.forEach(party => oneOf(`${path}.by`, party, parties));
    approval.apartFrom?.forEach(role =>
      oneOf(`${path}.apartFrom`, role, apartRoles),
    );
    if (approval.when) {
      choicesOf(`${path}.when`, approval.when.field, approval.when.is);
    }
    for (const key of ['approves', 'refuses'] as const) {
      oneOf(`${path}.${key}`, approval[key], transitionNames);
      const transition: Transition | undefined = transitions[approval[key]];
      if (transition && !transition.from.includes(approval.state)) {
        problems.push(
          `${path}.${key}: '${approval[key]}' does not lead out of '${approval.state}'; add that to its from`,
        );
      }
      if (transition?.by.length || transition?.needs?.length) {
        problems.push(
          `${path}.${key}: '${approval[key]}' follows from votes; leave its by empty, and take needs away`,
        );
      }
    }
    const approved =
      definition.lifecycle.states[transitions[approval.approves]?.to];
    if (approved && !approved.locked) {
      problems.push(
        `${path}.approves: it leads to a state in which all can be changed; make that state locked`,
      );
    }
    if (
      !(approval.withinDays > 0) ||
      (typeof approval.rule === 'number' &&
        !(Number.isInteger(approval.rule) && approval.rule > 0))
    ) {
      problems.push(`${path}: rule and withinDays must be above 0`);
    }
  }
  for (const state of states) {
    problems.push(...problemsOfApprovalsFor(definition, state));
  }
  if (definition.reviewed) {
    const {
      transition,
      states: due,
      interval,
      next,
      everyDays,
    } = definition.reviewed;
    oneOf('reviewed.transition', transition, Object.keys(transitions));
    due.forEach(state => oneOf('reviewed.states', state, states));
    oneOf('reviewed.interval', interval, namesOf('number'));
    oneOf('reviewed.next', next, namesOf('dateTime'));
    if (columns.get('dueAt') !== next) {
      problems.push(
        `reviewed.next: '${next}' must fill the column dueAt, else nobody sees that it is due`,
      );
    }
    if (!(everyDays > 0)) {
      problems.push('reviewed.everyDays: must be above 0');
    }
  }
  if (definition.steps) {
    oneOf('steps.field', definition.steps.field, namesOf('rows'));
    definition.steps.before.forEach(name =>
      oneOf('steps.before', name, Object.keys(transitions)),
    );
    const field = definition.fields[definition.steps.field];
    if (
      field?.kind === 'rows' &&
      Object.keys(stepColumns).some(name => !(name in field.columns))
    ) {
      problems.push(
        `fields.${definition.steps.field}.columns: must be stepColumns`,
      );
    }
  }

  if (definition.independent) {
    const { rows, process, person, otherwise, before } = definition.independent;
    oneOf('independent.rows', rows, namesOf('rows'));
    otherwise.forEach(name =>
      oneOf('independent.otherwise', name, namesOf('person')),
    );
    before.forEach(name =>
      oneOf('independent.before', name, Object.keys(transitions)),
    );
    const field = definition.fields[rows];
    const columnsOf = (kind: Field['kind']) =>
      field?.kind === 'rows'
        ? Object.keys(field.columns).filter(
            name => field.columns[name].kind === kind,
          )
        : [];
    oneOf('independent.process', process, columnsOf('choice'));
    oneOf('independent.person', person, columnsOf('person'));
  }
  if (definition.gathers) {
    const { rows, since, topics } = definition.gathers;
    oneOf('gathers.rows', rows, namesOf('rows'));
    oneOf('gathers.since', since, namesOf('dateTime'));
    const field = definition.fields[rows];
    const { topic, about } =
      field?.kind === 'rows'
        ? field.columns
        : ({} as Record<string, CellField>);
    if (topic?.kind !== 'choice' || about?.kind !== 'text') {
      problems.push(
        `gathers.rows: '${rows}' needs the columns topic, a choice, and about, a text`,
      );
    } else {
      Object.keys(topics).forEach(name =>
        oneOf('gathers.topics', name, Object.keys(topic.options)),
      );
    }
  }
  if (definition.ofProcess) {
    oneOf('ofProcess', definition.ofProcess, namesOf('choice'));
  }

  const names = all.map(({ name }) => name);
  for (const [name, relation] of Object.entries(definition.relations)) {
    relation.to.forEach(target => oneOf(`relations.${name}.to`, target, names));
    for (const own of Object.keys(relation.raise?.carries ?? {})) {
      oneOf(`relations.${name}.raise.carries`, own, [...fieldNames, 'title']);
    }
    if (
      relation.inverse.name in definition.relations &&
      relation.to.includes(definition.name) &&
      relation.inverse.name !== name
    ) {
      problems.push(
        `relations.${name}.inverse: '${relation.inverse.name}' is a relation of its own; choose another name`,
      );
    }
  }
  if (definition.prioritised) {
    const { impact, urgency, matrix, levels } = definition.prioritised;
    for (const [key, field] of Object.entries({ impact, urgency })) {
      oneOf(`prioritised.${key}`, field, namesOf('choice'));
    }
    const optionsOf = (name: string) => {
      const field = definition.fields[name];
      return field?.kind === 'choice' ? Object.keys(field.options) : [];
    };
    for (const row of optionsOf(impact)) {
      for (const column of optionsOf(urgency)) {
        const level = matrix[row]?.[column];
        if (level === undefined || !(level in levels)) {
          problems.push(
            `prioritised.matrix.${row}.${column}: is ${level}; give one of the levels ${listOf(
              Object.keys(levels),
            )}`,
          );
        }
      }
    }
  }
  for (const [index, section] of definition.form.entries()) {
    section.fields.forEach(field =>
      oneOf(`form.${index}.fields`, field, [...fieldNames, 'title', 'owner']),
    );
  }
  definition.table.columns.forEach(column =>
    oneOf('table.columns', column, [...fieldNames, ...recordAttributes]),
  );
  const inForm = new Set(definition.form.flatMap(({ fields }) => fields));
  for (const name of fieldNames) {
    if (definition.fields[name].required && !inForm.has(name)) {
      problems.push(
        `form: the required field ${name} is in no section; add it to one`,
      );
    }
  }
  return problems;
}

/** Every record that comes into a state of approval must find one that fits. */
function problemsOfApprovalsFor(
  { approvals = {}, fields, lifecycle }: AnyRecordType,
  state: string,
): string[] {
  const here = Object.values(approvals).filter(one => one.state === state);
  if (!here.length || here.some(({ when }) => !when)) {
    return [];
  }
  const names = [...new Set(here.map(({ when }) => when!.field))];
  const [name] = names;
  const field = fields[name];
  const options = field?.kind === 'choice' ? Object.keys(field.options) : [];
  const open = options.filter(
    option => !here.some(({ when }) => when!.is.includes(option)),
  );
  const isAsked =
    field?.required ||
    Object.values(lifecycle.transitions)
      .filter(({ to }) => to === state)
      .every(({ needs }) => needs?.includes(name));
  return names.length > 1 || open.length || !isAsked
    ? [
        `approvals: a record can come into '${state}' for which none fits; let their when be of one field, cover ${
          open.length ? listOf(open, 'and') : 'all its options'
        }, and let the transitions to '${state}' need it`,
      ]
    : [];
}

function reachableStates({ lifecycle }: AnyRecordType): Set<string> {
  const reached = new Set<string>([lifecycle.initial]);
  // A set grows while it is walked: each new state is visited too.
  for (const state of reached) {
    for (const { from, to } of Object.values(lifecycle.transitions)) {
      if (from.includes(state)) reached.add(to);
    }
  }
  return reached;
}
