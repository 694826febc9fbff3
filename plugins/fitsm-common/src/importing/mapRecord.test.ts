import { incident } from '../processes';
import { createRecordMapper, parseImportMapping, SourceRow } from '.';

const whole = `
type: incident
source: { system: old, id: number }
missing: ['?']
title: title
createdAt: opened
createdBy: { column: caller, ref: 'user:default/{value}' }
`;
const base = `
${whole}
times: { zone: Europe/Lisbon, formats: [d/M/yyyy HH:mm] }
state: { column: state, values: { New: new, Active: inProgress, Waiting: onHold, Resolved: resolved, Closed: closed } }
`;
const events = `${base}
events: { at: updated, actor: { column: by, ref: 'user:default/{value}' } }
`;

const row = {
  number: 'N1',
  title: 'The boards are dark',
  opened: '2026-01-05 08:00',
  caller: 'Ada',
  state: 'New',
};

function mapped(
  mapping: string,
  ...values: Array<Record<string, string | string[]>>
) {
  return createRecordMapper(
    incident,
    parseImportMapping(mapping),
  )(
    values.map(
      (one, index): SourceRow => ({
        line: index + 2,
        values: { ...row, ...one },
      }),
    ),
  );
}
const reasonsOf = (...args: Parameters<typeof mapped>) =>
  mapped(...args).rejections.map(({ line, reason }) => [line, reason]);

describe('TIM-1 times', () => {
  const createdAt = (opened: string, mapping = base) =>
    mapped(mapping, { opened }).record?.createdAt;

  it('without a zone take that of the mapping, summer and winter', () => {
    expect(createdAt('2026-01-05 08:00')).toBe('2026-01-05T08:00:00.000Z');
    expect(createdAt('2026-07-05T08:00:30')).toBe('2026-07-05T07:00:30.000Z');
    expect(createdAt('5/7/2026 08:00')).toBe('2026-07-05T07:00:00.000Z');
  });

  it('with a zone keep it', () => {
    expect(createdAt('2026-07-05T08:00:00Z')).toBe('2026-07-05T08:00:00.000Z');
    expect(createdAt('2026-07-05T08:00:00+05:30')).toBe(
      '2026-07-05T02:30:00.000Z',
    );
  });

  it('that came twice when clocks were put back are the first of the two', () => {
    expect(createdAt('2026-10-25 01:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(createdAt('2026-10-25 02:30')).toBe('2026-10-25T02:30:00.000Z');
  });

  it.each([
    ['2026-03-29 01:30', 'did not exist in Europe/Lisbon'],
    ['31/2/2026 08:00', 'not a time that the mapping describes'],
    ['yesterday', 'add its form to times.formats'],
    ['2026', 'not a time that the mapping describes'],
    ['0011-01-01 08:00', 'outside of the years 1900 to 2199'],
  ])('like %s are rejected, not guessed', (opened, says) => {
    expect(reasonsOf(base, { opened })).toEqual([
      [2, expect.stringMatching(new RegExp(`^opened: '${opened}' .*${says}`))],
    ]);
  });

  it('without a zone anywhere are rejected', () => {
    const mapping = `${whole}\nstate: { column: state, values: { New: new } }`;
    expect(reasonsOf(mapping, {})).toEqual([
      [
        2,
        "opened: '2026-01-05 08:00' names no time zone; set times.zone in the mapping",
      ],
    ]);
  });
});

describe('values', () => {
  const fields = (text: string, values: Record<string, string | string[]>) =>
    mapped(`${base}\nfields: ${text}`, values);

  it('that are unknown reject the row, with the place where to add them', () => {
    const impact = '{ impact: { column: impact, values: { "1": high } } }';
    expect(fields(impact, { impact: '1' }).record?.fields).toEqual({
      impact: 'high',
    });
    const { record, ...rest } = fields(impact, { impact: '9' });
    expect(record).toBeUndefined();
    expect(rest).toMatchObject({
      rejections: [
        {
          line: 2,
          sourceId: 'N1',
          reason:
            "impact: '9' is not known; add it to fields.impact.values in the mapping",
        },
      ],
    });
  });

  it('that no field takes reject the row, all of them at once', () => {
    const { rejections } = fields('{ impact: impact, affected: ci }', {
      impact: 'huge',
      ci: 'not a reference',
    });
    expect(rejections).toMatchObject([
      {
        reason: expect.stringMatching(
          /impact: 'huge' must be one of .*; ci: 'not a reference' must name a/,
        ),
      },
    ]);
  });

  it('that are missing are no values', () => {
    const { record } = fields(
      '{ impact: impact, description: { text: "{note} and {more}", otherwise: { text: "{note} alone" } } }',
      { impact: '?', note: 'A note', more: ' ' },
    );
    expect(record?.fields).toEqual({ description: 'A note alone' });
  });

  it('of people become references, in a form that is one', () => {
    const { record } = fields(
      '{ assignee: { column: to, values: { "42": "user:default/ada" }, ref: "user:crew/{value}" } }',
      { to: 'Opened by  8 (Zoë)' },
    );
    expect(record?.fields).toEqual({ assignee: 'user:crew/opened-by-8-zoe' });
    expect(record?.createdBy).toBe('user:default/ada');
  });

  it('are spread, the same text always on the same entity', () => {
    const spread =
      '{ affected: { column: ci, values: { A: "component:default/a" }, spread: ["component:default/x", "component:default/y"] } }';
    const of = (ci: string) => fields(spread, { ci }).record?.fields.affected;
    expect(of('A')).toEqual(['component:default/a']);
    const spreadOut = ['B', 'C', 'D', 'E', 'F', 'G'].map(of);
    expect(new Set(spreadOut.flat())).toEqual(
      new Set(['component:default/x', 'component:default/y']),
    );
    expect(['B', 'C', 'D', 'E', 'F', 'G'].map(of)).toEqual(spreadOut);
  });

  it('of a cell that holds many come one by one', () => {
    const many =
      '{ affected: { column: ci, separator: ",", ref: "component:default/{value}" } }';
    const expected = ['component:default/a', 'component:default/b'];
    expect(fields(many, { ci: 'A, B,A' }).record?.fields.affected).toEqual(
      expected,
    );
    expect(fields(many, { ci: ['A', 'B'] }).record?.fields.affected).toEqual(
      expected,
    );
  });

  it('TRN-1 priority follows the matrix, and one that differs counts as overridden', () => {
    const given = `${base}
priority: { column: p, values: { P1: 1, P3: 3 } }
fields: { impact: impact, urgency: impact }
`;
    expect(mapped(given, { impact: 'medium', p: 'P3' }).record).toMatchObject({
      priority: 3,
      priorityOverridden: false,
    });
    expect(mapped(given, { impact: 'medium', p: 'P1' }).record).toMatchObject({
      priority: 1,
      priorityOverridden: true,
      history: [{ changes: { priorityOverridden: { to: true } } }],
    });
    expect(mapped(given, { impact: 'high' }).record).toMatchObject({
      priority: 1,
      priorityOverridden: false,
    });
  });
});

it('a row without an id, a title or a state is rejected', () => {
  expect(reasonsOf(base, { number: ' ' })).toEqual([
    [2, 'number: is empty; each row needs the id of its record'],
  ]);
  expect(reasonsOf(base, { title: '?', state: '' })).toEqual([
    [2, 'title: is empty; title is needed; state: is empty; state is needed'],
  ]);
});

it('a record of one row passes the states whose times it knows', () => {
  const { record } = mapped(
    `${base}
closedAt: closed
fields: { resolvedAt: resolved, resolution: note }`,
    {
      state: 'Closed',
      resolved: '2026-01-06 10:00',
      closed: '2026-01-09 10:00',
      note: 'Bulbs changed',
    },
  );
  expect(record).toMatchObject({
    state: 'closed',
    stateCategory: 'closed',
    stateSince: '2026-01-09T10:00:00.000Z',
    closedAt: '2026-01-09T10:00:00.000Z',
    revision: 3,
    fields: { resolution: 'Bulbs changed' },
  });
  expect(
    record?.history.map(({ kind, at, transition, changes }) => [
      kind,
      at,
      transition,
      changes,
    ]),
  ).toEqual([
    [
      'imported',
      '2026-01-05T08:00:00.000Z',
      undefined,
      { title: { to: row.title }, state: { to: 'new' } },
    ],
    [
      'moved',
      '2026-01-06T10:00:00.000Z',
      'resolve',
      {
        state: { from: 'new', to: 'resolved' },
        resolvedAt: { to: '2026-01-06T10:00:00.000Z' },
        resolution: { to: 'Bulbs changed' },
      },
    ],
    [
      'moved',
      '2026-01-09T10:00:00.000Z',
      undefined,
      { state: { from: 'resolved', to: 'closed' } },
    ],
  ]);
});

describe('HIS-1 events', () => {
  const at = (day: number) => ({
    updated: `2026-01-${day} 09:00`,
    by: `P ${day}`,
  });
  const group = `fields: { assignedGroup: { column: group, ref: 'group:default/{value}' } }`;

  it('rebuild the history with its real times and actors', () => {
    const { record } = mapped(
      `${events}${group}`,
      { ...at(10), group: 'Desk' },
      { ...at(11), group: 'Net', state: 'Active' },
      { ...at(12), group: 'Net', state: 'Active' },
      { ...at(13), group: 'Web', state: 'Resolved' },
      { ...at(14), group: 'Web', state: 'Active' },
    );
    const person = (ref: string) => ({ kind: 'person', ref });
    expect(record?.history).toEqual([
      {
        kind: 'imported',
        at: '2026-01-05T08:00:00.000Z',
        actor: person('user:default/ada'),
        changes: {
          title: { to: row.title },
          state: { to: 'new' },
          assignedGroup: { to: 'group:default/desk' },
        },
      },
      {
        kind: 'imported',
        at: '2026-01-10T09:00:00.000Z',
        actor: person('user:default/p-10'),
        changes: {},
      },
      {
        kind: 'moved',
        at: '2026-01-11T09:00:00.000Z',
        actor: person('user:default/p-11'),
        transition: 'start',
        changes: {
          state: { from: 'new', to: 'inProgress' },
          assignedGroup: {
            from: 'group:default/desk',
            to: 'group:default/net',
          },
        },
      },
      {
        kind: 'imported',
        at: '2026-01-12T09:00:00.000Z',
        actor: person('user:default/p-12'),
        changes: {},
      },
      {
        kind: 'moved',
        at: '2026-01-13T09:00:00.000Z',
        actor: person('user:default/p-13'),
        transition: 'resolve',
        changes: {
          state: { from: 'inProgress', to: 'resolved' },
          assignedGroup: { from: 'group:default/net', to: 'group:default/web' },
          resolvedAt: { to: '2026-01-13T09:00:00.000Z' },
        },
      },
      {
        kind: 'moved',
        at: '2026-01-14T09:00:00.000Z',
        actor: person('user:default/p-14'),
        transition: 'reopen',
        changes: {
          state: { from: 'resolved', to: 'inProgress' },
          resolvedAt: { from: '2026-01-13T09:00:00.000Z' },
        },
      },
    ]);
    expect(record).toMatchObject({
      state: 'inProgress',
      stateSince: '2026-01-14T09:00:00.000Z',
      updatedAt: '2026-01-14T09:00:00.000Z',
      revision: 6,
    });
  });

  it('follow the log where the lifecycle has no such transition', () => {
    const { record } = mapped(
      events,
      { ...at(10), state: 'Resolved' },
      { ...at(11), state: 'Waiting' },
    );
    const last = record?.history.at(-1);
    expect(last).toMatchObject({
      kind: 'moved',
      changes: { state: { from: 'resolved', to: 'onHold' } },
    });
    expect(last).not.toHaveProperty('transition');
    expect(record?.state).toBe('onHold');
  });

  it('give values of the last row to the move that they belong to', () => {
    const { record } = mapped(
      `${events}
fields: { resolvedAt: { column: resolved, fromLast: true } }`,
      { ...at(10), resolved: '2026-01-20 08:00' },
      { ...at(11), state: 'Resolved', resolved: '2026-01-20 08:00' },
      { ...at(14), state: 'Closed', resolved: '2026-01-11 09:00' },
    );
    expect(
      record?.history.map(({ changes }) => changes.resolvedAt?.to),
    ).toEqual([undefined, undefined, '2026-01-11T09:00:00.000Z', undefined]);
    expect(record?.closedAt).toBe('2026-01-14T09:00:00.000Z');
  });

  it('that the mapping skips are listed, and the record goes on', () => {
    const { record, rejections } = mapped(
      `${events}\nskip: { state: ['-100'] }`,
      at(10),
      { ...at(11), state: '-100' },
      { ...at(12), state: 'Closed' },
    );
    expect(record).toMatchObject({ state: 'closed', revision: 3 });
    expect(rejections).toMatchObject([
      { line: 3, reason: "state: '-100' is skipped by the mapping" },
    ]);
  });

  it('come all or not at all: one that is wrong keeps the record out', () => {
    expect(
      reasonsOf(events, at(10), { ...at(11), state: 'Parked' }, at(12)),
    ).toEqual([
      [
        2,
        'line 3 of the same record was rejected, and a record comes as a whole',
      ],
      [
        3,
        "state: 'Parked' is not known; add it to state.values in the mapping",
      ],
      [
        4,
        'line 3 of the same record was rejected, and a record comes as a whole',
      ],
    ]);
  });
});
