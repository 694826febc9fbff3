import { Entity } from '@backstage/catalog-model';
import {
  changesBetween,
  nextRevision,
} from '../../plugins/fitsm-backend/src/records/draft';
import { NewEntry } from '../../plugins/fitsm-backend/src/history/chain';
import { PastRecord } from '../../plugins/fitsm-backend/src/records/RecordStore';
import { incident } from '@fitsm/plugin-fitsm-common';

/** Everything here follows from numbers, so that two runs measure the same. */

const TEAMS = 20;
const PEOPLE = 100;
const COMPONENTS = 200;

const each = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

const team = (index: number) => `group:default/team-${index % TEAMS}`;
const person = (index: number) => `user:default/person-${index % PEOPLE}`;
export const component = (index: number) =>
  `component:default/component-${index % COMPONENTS}`;

/** Every third record is about it. */
export const busiestComponent = component(0);

/** Whose lists and requests are measured, with what they may see. */
export const people = {
  /** Service desk: sees and works on all that is not restricted. */
  desk: 'user:default/desk',
  /** Sees what the team works on or owns, a twentieth of everything. */
  member: 'user:default/member',
  /** Sees what they reported, one record of a thousand. */
  requester: 'user:default/requester',
} as const;

export const groupsOf: Record<string, string[]> = {
  [people.desk]: ['group:default/desk'],
  [people.member]: [team(7)],
  [people.requester]: [],
};

export const roles = {
  administrators: [],
  auditors: [],
  readers: ['group:default/desk'],
  processes: {
    isrm: { owner: [], manager: [], staff: ['group:default/desk'] },
  },
};

/** The catalog of the run, as entities of a catalog file. */
export function catalogEntities(): Entity[] {
  const entity = (kind: string, ref: string, spec: Entity['spec']): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: ref.split('/')[1], namespace: 'default' },
    spec,
  });
  const members = [
    ...each(PEOPLE, index => [person(index), team(index)]),
    ...Object.values(people).map(ref => [ref, ...groupsOf[ref]]),
  ];
  return [
    ...[...each(TEAMS, team), 'group:default/desk'].map(ref =>
      entity('Group', ref, { type: 'team', children: [] }),
    ),
    ...members.map(([ref, ...memberOf]) => entity('User', ref, { memberOf })),
    ...each(COMPONENTS, index =>
      entity('Component', component(index), {
        type: 'service',
        lifecycle: 'production',
        owner: team(index),
      }),
    ),
  ];
}

const categories = ['availability', 'performance', 'fault', 'data'];
const levels = ['high', 'medium', 'low'];
const FIRST = Date.parse('2024-01-01T00:00:00Z');
const MINUTE = 60_000;

/** A number below a limit that follows from an index, a new one for each salt. */
function spread(index: number, salt: number, limit: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return ((hash ^ (hash >>> 15)) >>> 0) % limit;
}

/** What a new record holds, as a client would send it. */
export function newRecord(index: number) {
  const pick = (salt: number, limit: number) => spread(index, salt, limit);
  return {
    type: incident.name,
    title: `Component ${pick(1, COMPONENTS)} answers with errors ${index}`,
    fields: {
      description: `Since this morning every ${pick(
        2,
        50,
      )}th request ends with an error. It began after the last deployment, or a little before. Restarting helps for some minutes. Logs are attached to the page of the component.`,
      affected: [
        pick(3, 3) === 0 ? busiestComponent : component(pick(4, COMPONENTS)),
      ],
      reporter: person(pick(5, PEOPLE)),
      category: categories[pick(6, categories.length)],
      impact: levels[pick(7, 3)],
      urgency: levels[pick(8, 3)],
      assignedGroup: team(pick(9, TEAMS)),
      assignee: person(pick(10, PEOPLE)),
    },
  };
}

/** One record of the past in a minute; one of twenty is not closed yet. */
export function pastRecord(index: number, id: string): PastRecord {
  const { title, fields } = newRecord(index);
  const at = (minutes: number) =>
    new Date(FIRST + (index + minutes) * MINUTE).toISOString();
  const reporter =
    spread(index, 11, 1_000) === 0 ? people.requester : fields.reporter;
  const created = nextRevision(
    incident,
    {
      id,
      type: incident.name,
      title,
      state: 'new',
      stateCategory: 'open',
      stateSince: at(0),
      owner: fields.assignedGroup,
      priorityOverridden: false,
      fields: {},
      restricted: spread(index, 12, 100) === 0,
      revision: 0,
      createdAt: at(0),
      createdBy: reporter,
      updatedAt: at(0),
      source: { system: 'bench', id },
    },
    {
      fields: { ...fields, reporter, channel: 'portal', reportedAt: at(0) },
    },
    at(0),
  );
  const actor = { kind: 'person' as const, ref: fields.assignee };
  let record = created;
  const entries: NewEntry[] = [
    {
      kind: 'created',
      at: at(0),
      actor: { kind: 'person', ref: reporter },
      changes: changesBetween({}, created),
    },
  ];
  const move = (
    transition: keyof typeof incident.lifecycle.transitions,
    minutes: number,
    given: Record<string, string> = {},
  ) => {
    const after = nextRevision(
      incident,
      record,
      {
        state: incident.lifecycle.transitions[transition].to,
        fields: { ...record.fields, ...given } as Record<string, string>,
      },
      at(minutes),
    );
    entries.push({
      kind: 'moved',
      transition,
      at: at(minutes),
      actor,
      changes: changesBetween(record, after),
    });
    record = after;
  };
  const isLive = spread(index, 13, 20) === 0;
  if (!isLive || spread(index, 14, 2) === 0) move('start', 20);
  if (!isLive) {
    move('resolve', 200, {
      resolution: 'The last deployment was rolled back; it works again.',
      closureCode: 'solved',
      resolvedAt: at(200),
    });
    move('confirm', 1_000);
  }
  return { definition: incident, record, entries };
}
