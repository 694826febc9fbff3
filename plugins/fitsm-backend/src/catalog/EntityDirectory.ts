import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  getCompoundEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_PART,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { kindOfRef } from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';

/** What records need to know of an entity. */
export interface EntityFacts {
  entityRef: string;
  uid?: string;
  title?: string;
  owner?: string;
  /** What belongs to it, one step down. */
  parts: string[];
  /** The groups that it is in, one step up. */
  groups: string[];
}

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.title',
  'spec.profile.displayName',
  'relations',
];
/** The catalog's answers are trusted for so long. */
const TRUSTED_MS = 60_000;
const CACHED_ENTITIES = 20_000;
const BATCH = 200;
/** More than this belongs to nothing; it also ends a walk in circles. */
const LARGEST_WHOLE = 5_000;

const partRelations = new Set<string>([
  RELATION_HAS_PART,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
]);

const groupRelations = new Set<string>([RELATION_MEMBER_OF, RELATION_CHILD_OF]);

/**
 * Entities of the catalog, as records see them: looked up in batches, and kept
 * in `entities` so far as records name them. It asks with the plugin's own
 * credentials: which records one may see is decided on the records.
 */
export class EntityDirectory {
  readonly #cache = new Map<
    string,
    { at: number; facts: EntityFacts | undefined }
  >();
  /** What this backend knows to be in `entities`, to spare the write. */
  readonly #kept = new Map<string, string>();

  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      logger: LoggerService;
      knex: Knex;
    },
  ) {}

  /** Facts by reference; those that the catalog does not have are absent. */
  async find(refs: ReadonlyArray<string>): Promise<Map<string, EntityFacts>> {
    const now = Date.now();
    const unknown = [...new Set(refs)].filter(ref => {
      const cached = this.#cache.get(ref);
      // That somebody is missing is asked again each time: they may just come.
      return !cached?.facts || now - cached.at > TRUSTED_MS;
    });
    if (this.#cache.size > CACHED_ENTITIES) {
      this.#cache.clear();
    }
    for (let start = 0; start < unknown.length; start += BATCH) {
      const batch = unknown.slice(start, start + BATCH);
      const found = await this.#ask(batch);
      batch.forEach((ref, index) =>
        this.#cache.set(ref, { at: now, facts: found[index] }),
      );
    }
    const result = new Map<string, EntityFacts>();
    for (const ref of refs) {
      const facts = this.#cache.get(ref)?.facts;
      if (facts) result.set(ref, facts);
    }
    return result;
  }

  /**
   * The entities with all that belongs to them: parts of systems and domains,
   * what groups and their sub-groups own.
   */
  async withParts(refs: ReadonlyArray<string>): Promise<string[]> {
    return this.#walk(refs, ({ parts }) => parts);
  }

  /** People and groups, with all groups above them. */
  async withGroups(refs: ReadonlyArray<string>): Promise<string[]> {
    return this.#walk(refs, ({ groups }) => groups);
  }

  async #walk(
    refs: ReadonlyArray<string>,
    step: (facts: EntityFacts) => string[],
  ): Promise<string[]> {
    const all = new Set(refs);
    let frontier = [...all];
    while (frontier.length && all.size < LARGEST_WHOLE) {
      const found = await this.find(frontier);
      frontier = [];
      for (const next of [...found.values()].flatMap(step)) {
        if (!all.has(next)) {
          all.add(next);
          if (leadsOn(next)) frontier.push(next);
        }
      }
    }
    return [...all];
  }

  /** Keeps what records name, so that SQL can ask for owners. */
  async keep(facts: Iterable<EntityFacts>): Promise<void> {
    const rows = [...facts]
      .map(({ entityRef, uid, title, owner }) => ({
        entity_ref: entityRef,
        uid: uid ?? null,
        title: title ?? null,
        owner: owner ?? null,
        gone_since: null,
      }))
      .filter(row => this.#kept.get(row.entity_ref) !== JSON.stringify(row));
    if (!rows.length) {
      return;
    }
    const checkedAt = new Date().toISOString();
    await this.options
      .knex('entities')
      .insert(rows.map(row => ({ ...row, checked_at: checkedAt })))
      .onConflict('entity_ref')
      .merge();
    rows.forEach(row => this.#kept.set(row.entity_ref, JSON.stringify(row)));
  }

  /** Facts straight from the catalog, in the order of the references. */
  async #ask(refs: string[]): Promise<Array<EntityFacts | undefined>> {
    const { catalog, auth } = this.options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: FIELDS },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items.map(entity => entity && factsOf(entity));
  }

  /** As `find`, past the cache. */
  async findAnew(
    refs: ReadonlyArray<string>,
  ): Promise<Map<string, EntityFacts>> {
    refs.forEach(ref => this.#cache.delete(ref));
    refs.forEach(ref => this.#kept.delete(ref));
    return this.find(refs);
  }

  /** The entity of a uid, whatever it is called now. */
  async findByUid(uid: string): Promise<EntityFacts | undefined> {
    const { catalog, auth } = this.options;
    const { items } = await catalog.getEntities(
      { filter: { 'metadata.uid': uid }, fields: FIELDS, limit: 1 },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items[0] && factsOf(items[0]);
  }
}

/** Whether more may belong to it, or it to more. */
function leadsOn(entityRef: string): boolean {
  return ['system', 'domain', 'group', 'component'].includes(
    kindOfRef(entityRef),
  );
}

function factsOf(entity: Entity): EntityFacts {
  const relations = entity.relations ?? [];
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    entityRef: stringifyEntityRef(getCompoundEntityRef(entity)),
    uid: entity.metadata.uid,
    title: entity.metadata.title ?? profile?.displayName,
    owner: relations.find(({ type }) => type === RELATION_OWNED_BY)?.targetRef,
    parts: relations
      .filter(({ type }) => partRelations.has(type))
      .map(({ targetRef }) => targetRef),
    groups: relations
      .filter(({ type }) => groupRelations.has(type))
      .map(({ targetRef }) => targetRef),
  };
}
