import {
  AuditorService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  computeConformity,
  Conformity,
  conformityReadPermission,
  ConformitySnapshot,
  ConformitySnapshotWithContent,
  evidenceRulesOf,
  EvidenceRule,
  fitsm2v22,
  FrozenConformity,
  namingRulesOf,
  organisational,
  Page,
  parseInput,
  requirementSets,
  ruleSentence,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { audited } from '../records/audited';
import { Caller, RecordAuthorizer } from '../records/RecordAuthorizer';
import { RecordTypeRegistry } from '../records/RecordTypeRegistry';
import { ConformitySettings } from './ConformitySettings';
import { CountedEvidence, EvidenceCounter } from './EvidenceCounter';
import { pageInput } from '../importing/inputs';
import { snapshotInput } from './inputs';
import { SnapshotStore } from './SnapshotStore';

const DEFAULT_LIMIT = 50;
/** Evidence is counted at most so often. */
const COUNTED_MS = 60_000;

/** What the organisation has to show for each row of the standard. */
export class ConformityService {
  readonly #set = fitsm2v22;
  readonly #rules: ReadonlyMap<string, ReadonlyArray<EvidenceRule>>;
  readonly #naming: EvidenceRule[];
  readonly #settings: ConformitySettings;
  readonly #counter: EvidenceCounter;
  readonly #snapshots: SnapshotStore;
  #counted?: { at: number; evidence: Promise<CountedEvidence> };

  constructor(
    private readonly options: {
      knex: Knex;
      registry: RecordTypeRegistry;
      authorizer: RecordAuthorizer;
      auditor: AuditorService;
      config: RootConfigService;
    },
  ) {
    const { knex, registry, config } = options;
    this.#rules = evidenceRulesOf(registry.definitions, requirementSets);
    this.#naming = namingRulesOf(registry.definitions);
    this.#settings = ConformitySettings.fromConfig(config, this.#set);
    this.#counter = new EvidenceCounter(knex, registry.definitions);
    this.#snapshots = new SnapshotStore(knex);
  }

  async get(caller: Caller): Promise<Conformity> {
    return this.#permitted(caller, 'conformity-read', undefined, () =>
      this.#compute(),
    );
  }

  async freeze(caller: Caller, input: unknown): Promise<ConformitySnapshot> {
    return this.#permitted(caller, 'conformity-freeze', undefined, async () => {
      const { title } = parseInput(snapshotInput, input);
      const frozen: FrozenConformity = {
        title,
        frozenAt: new Date().toISOString(),
        frozenBy: caller.actor.onBehalfOf ?? caller.actor.ref,
        conformity: await this.#compute(),
      };
      const { conformity, ...facts } = frozen;
      const content = JSON.stringify(frozen, undefined, 1);
      return this.#snapshots.add({
        ...facts,
        content,
        hash: createHash('sha256').update(content).digest('hex'),
      });
    });
  }

  async list(
    caller: Caller,
    query: unknown,
  ): Promise<Page<ConformitySnapshot>> {
    return this.#permitted(caller, 'conformity-list', undefined, async () => {
      const { limit = DEFAULT_LIMIT, cursor } = parseInput(pageInput, query);
      const found = await this.#snapshots.list(limit + 1, cursor);
      const items = found.slice(0, limit);
      return {
        items,
        pageInfo: {
          ...(found.length > limit && {
            nextCursor: String(items[items.length - 1].id),
          }),
        },
      };
    });
  }

  async getSnapshot(
    caller: Caller,
    id: string,
  ): Promise<ConformitySnapshotWithContent> {
    return this.#permitted(caller, 'conformity-get', id, async () => {
      const snapshot = /^[1-9]\d{0,8}$/.test(id)
        ? await this.#snapshots.find(Number(id))
        : undefined;
      if (!snapshot) {
        throw new NotFoundError(`There is no snapshot ${id}`);
      }
      return snapshot;
    });
  }

  async #compute(): Promise<Conformity> {
    const { registry } = this.options;
    const { tallyOf, exclusions } = await this.#evidence();
    return computeConformity({
      set: this.#set,
      organisational,
      exclusions,
      staleAfterDays: this.#settings.staleAfterDays,
      now: Date.now(),
      evidenceFor: row =>
        [...(this.#rules.get(row) ?? []), ...this.#naming].map(rule => {
          const { definition, process } = registry.get(rule.type);
          return {
            rule,
            how: ruleSentence(
              rule,
              definition,
              type => registry.get(type).definition.label.one,
            ),
            process: process.code,
            ...tallyOf(rule, row),
          };
        }),
    });
  }

  /** Those who ask while it is counted wait for the same answer. */
  #evidence(): Promise<CountedEvidence> {
    if (!this.#counted || Date.now() - this.#counted.at >= COUNTED_MS) {
      const evidence = this.#counter.count([
        ...[...this.#rules.values()].flat(),
        ...this.#naming,
      ]);
      this.#counted = { at: Date.now(), evidence };
      evidence.catch(() => {
        this.#counted = undefined;
      });
    }
    return this.#counted.evidence;
  }

  #permitted<T>(
    caller: Caller,
    eventId: string,
    id: string | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    return audited(
      this.options.auditor,
      { eventId, caller, ...(id !== undefined && { id }) },
      async () => {
        await this.options.authorizer.require(
          caller,
          conformityReadPermission,
          'see how far FitSM is met',
        );
        return work();
      },
    );
  }
}
