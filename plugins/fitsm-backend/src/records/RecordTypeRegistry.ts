import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  AnyRecordType,
  assertDefinitions,
  jsonSchemaFor,
  listOf,
  ProcessCode,
  ProcessDefinition,
  RecordTypeCatalog,
  validatorFor,
} from '@fitsm/plugin-fitsm-common';
import { Guard, RecordBehaviour } from '@fitsm/plugin-fitsm-node';

interface RegisteredType {
  definition: AnyRecordType;
  process: ProcessDefinition;
  guards: Record<string, Guard>;
  schemas: Pick<
    RecordTypeCatalog['recordTypes'][number],
    'createSchema' | 'changeSchema'
  >;
  /** Made once: it takes longer than most of what they validate. */
  validators: Record<'create' | 'change', ReturnType<typeof validatorFor>>;
}

/** The record types that an installation runs, with config applied. */
export class RecordTypeRegistry {
  /** @throws Error with path and cure where definitions, code and config do not fit */
  static create(options: {
    processes: ReadonlyArray<ProcessDefinition>;
    added?: ReadonlyArray<{ process: ProcessCode; definition: AnyRecordType }>;
    behaviours?: ReadonlyArray<RecordBehaviour>;
    config: RootConfigService;
  }): RecordTypeRegistry {
    const { config, added = [], behaviours = [] } = options;
    const wanted = config.getOptionalStringArray('fitsm.processes');
    const known = options.processes.map(({ code }) => code as string);
    wanted?.forEach(code => {
      if (!known.includes(code)) {
        throw new InputError(
          `fitsm.processes: '${code}' is no process; use ${listOf(known)}`,
        );
      }
    });
    const processes = options.processes
      .filter(({ code }) => !wanted || wanted.includes(code))
      .map(process => ({
        ...process,
        recordTypes: [
          ...process.recordTypes,
          ...added
            .filter(one => one.process === process.code)
            .map(({ definition }) => definition),
        ].map(definition => withConfig(definition, config)),
      }));
    const running = new Set(
      processes.flatMap(({ recordTypes }) =>
        recordTypes.map(({ name }) => name),
      ),
    );
    const switchedOff = options.processes
      .flatMap(({ recordTypes }) => recordTypes.map(({ name }) => name))
      .filter(name => !running.has(name));
    const types = processes.flatMap(process =>
      process.recordTypes.map(definition => ({
        process,
        definition: without(definition, switchedOff),
      })),
    );
    assertDefinitions(types.map(({ definition }) => definition));
    const names = types.map(({ definition }) => definition.name);
    config
      .getOptionalConfig('fitsm.recordTypes')
      ?.keys()
      .forEach(name => {
        if (!names.includes(name)) {
          throw new InputError(
            `fitsm.recordTypes.${name}: is no record type that runs here; use ${listOf(
              names,
            )}`,
          );
        }
      });
    return new RecordTypeRegistry(
      processes.map(process => ({
        ...process,
        recordTypes: types
          .filter(type => type.process === process)
          .map(({ definition }) => definition),
      })),
      new Map(
        types.map(({ process, definition }) => [
          definition.name,
          {
            process,
            definition,
            guards: guardsFor(definition, behaviours),
            schemas: {
              createSchema: jsonSchemaFor(definition, 'create'),
              changeSchema: jsonSchemaFor(definition, 'change'),
            },
            validators: {
              create: validatorFor(definition, 'create'),
              change: validatorFor(definition, 'change'),
            },
          },
        ]),
      ),
    );
  }

  private constructor(
    readonly processes: ReadonlyArray<ProcessDefinition>,
    private readonly types: ReadonlyMap<string, RegisteredType>,
  ) {}

  /** @throws NotFoundError that names the types there are */
  get(name: string): RegisteredType {
    const type = this.types.get(name);
    if (!type) {
      throw new NotFoundError(
        `type: '${name}' is no record type here; use ${listOf([
          ...this.types.keys(),
        ])}`,
      );
    }
    return type;
  }

  has(name: string): boolean {
    return this.types.has(name);
  }

  /** The names of the types of a process. */
  readonly typesOf = (process: string): string[] =>
    [...this.types.values()]
      .filter(type => type.process.code === process)
      .map(({ definition }) => definition.name);

  /** The states that types publish. */
  get published(): Array<{ type: string; states: string[] }> {
    return this.definitions
      .map(({ name, lifecycle: { states } }) => ({
        type: name,
        states: Object.keys(states).filter(state => states[state].published),
      }))
      .filter(({ states }) => states.length);
  }

  get definitions(): AnyRecordType[] {
    return [...this.types.values()].map(({ definition }) => definition);
  }
}

/** A definition without links to types that do not run here. */
function without(
  definition: AnyRecordType,
  switchedOff: ReadonlyArray<string>,
): AnyRecordType {
  const relations = Object.entries(definition.relations)
    .map(([name, relation]) => ({
      name,
      relation,
      to: relation.to.filter(type => !switchedOff.includes(type)),
    }))
    .filter(({ to }) => to.length)
    .map(({ name, relation, to }) => {
      const evidenceByTarget = Object.fromEntries(
        Object.entries(relation.evidenceByTarget ?? {}).filter(([type]) =>
          to.includes(type),
        ),
      );
      return [name, { ...relation, to, evidenceByTarget }] as const;
    });
  return { ...definition, relations: Object.fromEntries(relations) };
}

function withConfig(
  definition: AnyRecordType,
  root: RootConfigService,
): AnyRecordType {
  const path = `fitsm.recordTypes.${definition.name}`;
  const config = root.getOptionalConfig(path);
  if (!config) {
    return definition;
  }
  const result: AnyRecordType = JSON.parse(JSON.stringify(definition));
  const matrix = config.getOptionalConfig('priorityMatrix');
  if (matrix) {
    if (!result.prioritised) {
      throw new InputError(
        `${path}.priorityMatrix: records of this type have no priority; leave it out`,
      );
    }
    for (const impact of matrix.keys()) {
      const row = matrix.getConfig(impact);
      for (const urgency of row.keys()) {
        if (result.prioritised.matrix[impact]?.[urgency] === undefined) {
          throw new InputError(
            `${path}.priorityMatrix.${impact}.${urgency}: is no pair of impact and urgency`,
          );
        }
        result.prioritised.matrix[impact][urgency] = row.getNumber(urgency);
      }
    }
  }
  const days = config.getOptionalConfig('automaticAfterDays');
  for (const name of days?.keys() ?? []) {
    const transition = result.lifecycle.transitions[name];
    if (!transition?.automatic || !('afterDays' in transition.automatic)) {
      throw new InputError(
        `${path}.automaticAfterDays.${name}: is no transition that happens by itself after some days`,
      );
    }
    const afterDays = days!.getNumber(name);
    if (!(afterDays > 0 && afterDays <= 3650)) {
      throw new InputError(
        `${path}.automaticAfterDays.${name}: must be more than 0 and at most 3650 days`,
      );
    }
    transition.automatic = { afterDays };
  }
  return result;
}

/** Every guard that a definition names, and no other (TRN-1). */
function guardsFor(
  definition: AnyRecordType,
  behaviours: ReadonlyArray<RecordBehaviour>,
): Record<string, Guard> {
  const supplied = Object.assign(
    {},
    ...behaviours
      .filter(({ type }) => type === definition.name)
      .map(({ guards }) => guards),
  ) as Record<string, Guard>;
  const named = new Set<string>();
  for (const [name, { guard }] of Object.entries(
    definition.lifecycle.transitions,
  )) {
    if (!guard) continue;
    named.add(guard);
    if (!supplied[guard]) {
      throw new Error(
        `${definition.name}.lifecycle.transitions.${name}.guard: nobody supplies '${guard}'; add it with addBehaviour`,
      );
    }
  }
  const unused = Object.keys(supplied).find(guard => !named.has(guard));
  if (unused) {
    throw new Error(
      `The behaviour of ${definition.name} supplies the guard '${unused}', which no transition names; remove it`,
    );
  }
  return supplied;
}
