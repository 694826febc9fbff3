import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

/** A field of an entity's spec that makes relations, with what it means. */
interface Source {
  field: string;
  kind: string;
  /** From the entity that has the field, and back. */
  relations: [there: string, back: string];
}

const sources: Source[] = [
  { field: 'owner', kind: 'group', relations: ['ownedBy', 'ownerOf'] },
  { field: 'system', kind: 'system', relations: ['partOf', 'hasPart'] },
  { field: 'domain', kind: 'domain', relations: ['partOf', 'hasPart'] },
  {
    field: 'subcomponentOf',
    kind: 'component',
    relations: ['partOf', 'hasPart'],
  },
  { field: 'memberOf', kind: 'group', relations: ['memberOf', 'hasMember'] },
  { field: 'parent', kind: 'group', relations: ['childOf', 'parentOf'] },
];

const refOf = (entity: Entity) =>
  stringifyEntityRef(getCompoundEntityRef(entity));

/** The example organisation: its catalog, and what `app-config.yaml` says. */
export class Organisation {
  /** @param root - the folder of the repository */
  static read(root: string): Organisation {
    const catalog = join(root, 'examples/catalog');
    const all = parse(readFileSync(join(catalog, 'all.yaml'), 'utf8'));
    const files: string[] = all.spec.targets;
    const entities = files.flatMap(file =>
      parseAllDocuments(readFileSync(join(catalog, file), 'utf8')).map(
        document => document.toJS() as Entity,
      ),
    );
    const config = parse(readFileSync(join(root, 'app-config.yaml'), 'utf8'));
    return new Organisation(withRelations(entities), config.fitsm);
  }

  readonly #byRef: ReadonlyMap<string, Entity>;

  private constructor(
    readonly entities: ReadonlyArray<Entity>,
    /** The section `fitsm` of the configuration. */
    readonly config: {
      roles: { processes: Record<string, Record<string, string[]>> };
    },
  ) {
    this.#byRef = new Map(entities.map(entity => [refOf(entity), entity]));
  }

  /** References of the entities of a kind, in the order of the catalog. */
  refsOf(kind: string): string[] {
    return this.entities
      .filter(entity => entity.kind.toLowerCase() === kind.toLowerCase())
      .map(refOf);
  }

  ownerOf(entityRef: string): string {
    const [owner] = this.#related(entityRef, 'ownedBy');
    if (!owner) {
      throw new NotFoundError(
        `${entityRef} has no owner; name one in examples/catalog`,
      );
    }
    return owner;
  }

  /** Users in the group itself. */
  membersOf(groupRef: string): string[] {
    return this.#related(groupRef, 'hasMember');
  }

  /** What a person owns by: themselves and their groups. */
  claimsOf(userRef: string): string[] {
    return [userRef, ...this.#related(userRef, 'memberOf')];
  }

  /** Users who hold a role of a process, themselves or by a group. */
  holdersOf(process: string, role: string): string[] {
    return (this.config.roles.processes[process]?.[role] ?? []).flatMap(ref =>
      ref.startsWith('group:') ? this.membersOf(ref) : [ref],
    );
  }

  #related(entityRef: string, type: string): string[] {
    const entity = this.#byRef.get(entityRef);
    if (!entity) {
      throw new NotFoundError(
        `examples/catalog has no ${entityRef}; choose one that it has`,
      );
    }
    return (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef);
  }
}

/** Relations as the catalog's processors would make them. */
function withRelations(entities: Entity[]): Entity[] {
  const byRef = new Map(
    entities.map(entity => [
      refOf(entity),
      {
        ...entity,
        metadata: { ...entity.metadata, namespace: 'default' },
        relations: [] as Array<{ type: string; targetRef: string }>,
      },
    ]),
  );
  for (const [ref, { spec, relations }] of byRef) {
    for (const { field, kind, relations: types } of sources) {
      const values = [spec?.[field] ?? []].flat() as string[];
      for (const value of values) {
        const targetRef = stringifyEntityRef(
          parseEntityRef(value, {
            defaultKind: kind,
            defaultNamespace: 'default',
          }),
        );
        relations.push({ type: types[0], targetRef });
        byRef
          .get(targetRef)
          ?.relations.push({ type: types[1], targetRef: ref });
      }
    }
  }
  return [...byRef.values()];
}
