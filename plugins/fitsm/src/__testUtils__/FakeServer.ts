import {
  ConflictError,
  NotFoundError,
  serializeError,
} from '@backstage/errors';
import {
  AnyRecordType,
  ApprovalRound,
  Delegation,
  checkTransition,
  FitsmRecord,
  HistoryEntry,
  incident,
  isrm,
  priorityFor,
  RecordDetails,
} from '@fitsm/plugin-fitsm-common';

/** A request as it came over HTTP. */
export interface SeenRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body?: any; // what a test looks into is any JSON
}

/**
 * Answers the HTTP API as far as the pages need it, from memory. It is asked
 * through the real client; its rules are those of the common code.
 */
export class FakeServer {
  readonly requests: SeenRequest[] = [];
  readonly records = new Map<string, FitsmRecord>();
  readonly history: HistoryEntry[] = [];
  readonly approvals = new Map<string, ApprovalRound[]>();
  readonly links = new Map<string, RecordDetails['links']>();
  /** The record types of the one process that it runs. */
  definitions: AnyRecordType[] = [incident];
  mayVote = false;
  roles: string[] = ['creator', 'reporter', 'owner', 'assignedGroup'];
  canCreate = true;

  add(record: Partial<FitsmRecord> & { id: string }): FitsmRecord {
    const full: FitsmRecord = {
      type: incident.name,
      title: `Title of ${record.id}`,
      state: 'new',
      stateCategory: 'open',
      stateSince: '2026-11-20T10:00:00.000Z',
      owner: 'group:default/crew',
      priority: 3,
      priorityOverridden: false,
      fields: { impact: 'medium', urgency: 'medium' },
      restricted: false,
      revision: 1,
      createdAt: '2026-11-20T10:00:00.000Z',
      createdBy: 'user:default/ada',
      updatedAt: '2026-11-20T10:00:00.000Z',
      ...record,
    };
    this.records.set(full.id, full);
    return full;
  }

  /** What somebody else does. */
  change(id: string, change: Partial<FitsmRecord>) {
    const record = this.#record(id);
    this.records.set(id, {
      ...record,
      ...change,
      fields: { ...record.fields, ...change.fields },
      revision: record.revision + 1,
    });
  }

  delegations: Delegation[] = [];

  #whenRead = Promise.resolve();

  /** Keeps all reads waiting until one calls what it returns. */
  holdReads(): () => void {
    let release = () => {};
    this.#whenRead = new Promise(resolve => {
      release = resolve;
    });
    return release;
  }

  /** What every step is refused with. */
  refusal?: Error;

  readonly fetch = async (
    input: RequestInfo | URL,
    init?: RequestInit,
  ): Promise<Response> => {
    const url = new URL(String(input));
    const request: SeenRequest = {
      method: init?.method ?? 'GET',
      path: url.pathname.replace('/api/fitsm', ''),
      query: url.searchParams,
      body: init?.body ? JSON.parse(String(init.body)) : undefined,
    };
    this.requests.push(request);
    if (request.method === 'GET') await this.#whenRead;
    try {
      const body = this.#answer(request);
      return body === undefined
        ? new Response(null, { status: 204 })
        : Response.json(body);
    } catch (error) {
      const statusCode =
        { ConflictError: 409, NotFoundError: 404 }[(error as Error).name] ??
        400;
      return Response.json(
        {
          error: serializeError(error as Error),
          request: { method: request.method, url: request.path },
          response: { statusCode },
        },
        { status: statusCode },
      );
    }
  };

  #record(id: string): FitsmRecord {
    const record = this.records.get(id);
    if (!record) throw new NotFoundError(`There is no record ${id}`);
    return record;
  }

  #atRevision(id: string, revision: number): FitsmRecord {
    const record = this.#record(id);
    if (record.revision !== revision) {
      throw Object.assign(new ConflictError(`${id} is another by now`), {
        code: 'StaleRevision',
      });
    }
    return record;
  }

  #definition(type: string): AnyRecordType {
    const found = this.definitions.find(({ name }) => name === type);
    if (!found) throw new NotFoundError(`There is no record type ${type}`);
    return found;
  }

  #openRound(id: string): ApprovalRound | undefined {
    return this.approvals.get(id)?.find(({ closedAt }) => !closedAt);
  }

  #answer({ method, path, query, body }: SeenRequest): unknown {
    if (path === '/delegations') {
      if (method === 'POST') {
        const id = String(this.delegations.length + 1);
        this.delegations.push({ id, person: 'user:default/ada', ...body });
      }
      return { items: this.delegations };
    }
    if (path.startsWith('/delegations/')) {
      this.delegations = this.delegations.filter(
        ({ id }) => path !== `/delegations/${id}`,
      );
      return undefined;
    }
    const [, collection, id, part, name] = path.split('/');
    if (collection === 'record-types') return this.#recordTypes();
    switch (`${method} ${id ? ':id' : ''} ${part ?? ''}`.trim()) {
      case 'GET': {
        const items = [...this.records.values()].filter(
          record => !query.has('awaiting') || this.#openRound(record.id),
        );
        return {
          items,
          pageInfo: query.has('cursor') ? {} : { nextCursor: 'page-two' },
          ...(query.get('totalItems') && { totalItems: items.length }),
        };
      }
      case 'POST':
        return this.add({
          id: `${this.#definition(body.type).idPrefix}-${
            this.records.size + 1
          }`,
          type: body.type,
          title: body.title,
          fields: body.fields,
        });
      case 'GET :id':
        return this.#details(this.#record(id));
      case 'PATCH :id': {
        this.#atRevision(id, body.revision);
        const { revision, reason, ...change } = body;
        this.change(id, change);
        return this.#record(id);
      }
      case 'POST :id transitions': {
        if (this.refusal) throw this.refusal;
        const record = this.#atRevision(id, body.revision);
        const { states, transitions } = this.#definition(record.type).lifecycle;
        const state = transitions[name].to;
        this.change(id, {
          state,
          stateCategory: states[state].category,
          fields: { ...record.fields, ...body.fields },
        });
        return this.#record(id);
      }
      case 'POST :id votes': {
        const record = this.#atRevision(id, body.revision);
        this.#openRound(id)?.votes.push({
          voter: 'user:default/ada',
          asked: 'user:default/ada',
          vote: body.vote,
          reason: body.reason,
          at: '2026-11-20T11:00:00.000Z',
        });
        this.mayVote = false;
        return record;
      }
      case 'GET :id history': {
        const kinds = query.getAll('kind');
        const items = this.history.filter(
          ({ kind }) => !kinds.length || kinds.includes(kind),
        );
        return { items, pageInfo: {} };
      }
      default:
        throw new Error(`The fake server does not know ${method} ${path}`);
    }
  }

  #recordTypes() {
    return {
      processes: [
        {
          ...isrm,
          kpis: {},
          recordTypes: this.definitions.map(({ name }) => name),
        },
      ],
      recordTypes: this.definitions.map(definition => ({
        definition,
        canCreate: this.canCreate,
        createSchema: {},
        changeSchema: {},
      })),
      canAdminister: false,
    };
  }

  #details(record: FitsmRecord): RecordDetails {
    const heldRoles = new Set(this.roles);
    const definition = this.#definition(record.type);
    const transitions = Object.entries(definition.lifecycle.transitions)
      .filter(([, { from }]) => from.includes(record.state))
      .map(([name]) => {
        const refusal = checkTransition({
          definition,
          record,
          transition: name,
          heldRoles,
          reason: 'any',
        });
        return {
          name,
          refusal: refusal?.reason === 'missingFields' ? undefined : refusal,
        };
      });
    return {
      record: { ...record, priority: priorityFor(definition, record.fields) },
      access: {
        roles: this.roles,
        can: {
          read: true,
          update: true,
          transition: true,
          overridePriority: false,
          comment: true,
          commentInternally: true,
          vote: true,
          delete: false,
        },
        transitions,
        vote: this.mayVote,
      },
      links: this.links.get(record.id) ?? [],
      entities: [],
      approvals: this.approvals.get(record.id) ?? [],
    };
  }
}
