import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnyRecordType } from '../engine';
import { recordTypes } from '../processes';
import {
  computeConformity,
  conformityCsv,
  coverageMarkdown,
  evidenceRulesOf,
  Exclusion,
  fitsm2v22,
  namingRulesOf,
  organisational,
  requirementSets,
  rowIdsOf,
  ruleSentence,
  statesInForce,
  Tally,
} from '.';

const at = (days: number) =>
  new Date(Date.UTC(2026, 0, 1 + days)).toISOString();

describe('requirement sets', () => {
  it('FitSM-2 has 280 rows', () => {
    expect(rowIdsOf(fitsm2v22)).toHaveLength(280);
  });

  it('the ids of sets, and of rows over all sets, are unique', () => {
    for (const ids of [
      requirementSets.map(({ id }) => id),
      requirementSets.flatMap(rowIdsOf),
    ]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('coverage', () => {
  const rules = evidenceRulesOf(recordTypes, requirementSets);

  it('each row has either an evidence rule, or a reason why the organisation does it', () => {
    const ids = rowIdsOf(fitsm2v22);
    const reasoned = Object.keys(organisational);
    expect({
      neither: ids.filter(id => !rules.has(id) && !organisational[id]),
      reasonNotNeeded: reasoned.filter(id => rules.has(id)),
      noRow: reasoned.filter(id => !ids.includes(id)),
    }).toEqual({ neither: [], reasonNotNeeded: [], noRow: [] });
  });

  it('the page of documentation is what the definitions say (yarn docs:coverage)', () => {
    const page = readFileSync(
      join(__dirname, '../../../../docs/fitsm-coverage.md'),
      'utf8',
    );
    expect(page).toBe(coverageMarkdown(fitsm2v22, recordTypes, organisational));
  });

  it('types whose records name rows have states in which that counts', () => {
    const naming = namingRulesOf(recordTypes).map(({ type }) =>
      recordTypes.find(({ name }) => name === type),
    );
    naming.forEach(type => expect(statesInForce(type!)).not.toEqual([]));
  });

  it('the page says which rows nobody covers why', () => {
    const page = coverageMarkdown(fitsm2v22, [], { 'GR1.A1': 'It | just is.' });
    expect(page).toContain('_The organisation:_ It \\| just is.');
  });
});

const type: AnyRecordType = {
  ...recordTypes[0],
  name: 'slaRisk',
  label: { one: 'SLA risk', many: 'SLA risks' },
  evidenceFor: ['GR1.A1'],
  relations: {
    harms: {
      label: 'Harms',
      to: ['slaRisk'],
      inverse: { name: 'harmedBy', label: 'Harmed by' },
      evidenceFor: ['GR1.A1', 'GR1.A2'],
    },
  },
  lifecycle: {
    initial: 'new',
    states: {
      new: { label: 'New', category: 'open' },
      inForce: { label: 'In force', category: 'waiting', locked: true },
      over: { label: 'Over', category: 'closed', locked: true },
    },
    transitions: {
      accept: {
        label: 'Accept',
        from: ['new'],
        to: 'inForce',
        by: ['owner'],
        evidenceFor: ['GR1.A2'],
        evidenceWhen: [
          {
            when: { kind: ['policy', 'plan'], process: ['ism'] },
            rows: ['GR1.A3'],
          },
        ],
      },
    },
  },
};

describe('evidence rules', () => {
  it('come from types, transitions and relations, and read as sentences', () => {
    const rules = evidenceRulesOf([type], [fitsm2v22]);
    const sentences = [...rules].map(([row, ofRow]) => [
      row,
      ...ofRow.map(rule => ruleSentence(rule, type, name => name)),
    ]);
    expect(sentences).toEqual([
      ['GR1.A1', 'Each SLA risk', "Link 'Harms' from an SLA risk"],
      ['GR1.A2', "'Accept' on an SLA risk", "Link 'Harms' from an SLA risk"],
      [
        'GR1.A3',
        "'Accept' on an SLA risk (Kind: Policy or Other plan; Process: Information security management)",
      ],
    ]);
  });

  it('refuse a row that does not exist, with its path', () => {
    expect(() =>
      evidenceRulesOf([{ ...type, evidenceFor: ['GR99.A1'] }], [fitsm2v22]),
    ).toThrow(
      "slaRisk.evidenceFor: 'GR99.A1' is no row of FitSM-2 2.2; name one that exists",
    );
  });

  it('what a record names counts while it is approved and not over', () => {
    expect(statesInForce(type)).toEqual(['inForce']);
  });
});

/** All rows, of which GR1.A1 has what is given. */
function compute(given: { tally?: Tally; exclusions?: Exclusion[] }) {
  return computeConformity({
    set: fitsm2v22,
    organisational: { 'GR1.A1': 'Because' },
    exclusions: new Map([['GR1.A1', given.exclusions ?? []]]),
    staleAfterDays: row => (row === 'GR1.A1' ? 30 : 365),
    now: Date.parse(at(100)),
    evidenceFor: row =>
      row === 'GR1.A1' && given.tally
        ? [
            {
              rule: { kind: 'records', type: 'slaRisk' },
              how: '=Each',
              process: 'sms',
              ...given.tally,
            },
            {
              rule: { kind: 'named', type: 'slaRisk' },
              how: 'Named',
              process: 'sms',
              count: 1,
              newest: at(1),
            },
          ]
        : [],
  });
}
const firstOf = (given: Parameters<typeof compute>[0]) =>
  compute(given).groups[0].rows[0];

describe('the state of a row', () => {
  it('is missing without evidence', () => {
    expect(firstOf({})).toMatchObject({ state: 'missing', count: 0 });
  });

  it.each([
    [70, 'evidenced'],
    [69, 'stale'],
  ])('with evidence of day %s, and 30 days at day 100, is %s', (day, state) => {
    const row = firstOf({ tally: { count: 2, newest: at(day) } });
    expect(row).toMatchObject({ state, count: 3, newest: at(day) });
  });

  it('is not applicable while an exclusion lasts, the longest of several', () => {
    const ending = (day: number, record: string): Exclusion => ({
      record,
      approvedBy: [],
      until: at(day),
    });
    expect(
      firstOf({
        exclusions: [ending(120, 'B'), ending(150, 'C'), ending(90, 'A')],
      }),
    ).toMatchObject({ state: 'notApplicable', exclusion: { record: 'C' } });
    expect(firstOf({ exclusions: [ending(100, 'A')] }).state).toBe('missing');
  });

  it('is counted', () => {
    expect(compute({ tally: { count: 1, newest: at(99) } }).counts).toEqual({
      evidenced: 1,
      stale: 0,
      missing: 279,
      notApplicable: 0,
    });
  });
});

describe('CSV', () => {
  it('has a line a row, and nothing that a spreadsheet runs', () => {
    const conformity = compute({
      tally: { count: 1, newest: at(99) },
      exclusions: [
        {
          record: 'EXC-1',
          reason: '@SUM(A1), "so"',
          approvedBy: ['user:default/ada'],
          until: at(110),
        },
      ],
    });
    const lines = conformityCsv(conformity).trimEnd().split('\n');
    expect(lines).toHaveLength(281);
    expect(lines[1]).toContain(',"\'@SUM(A1), ""so""",user:default/ada,');
    expect(lines[1]).toContain(",'=Each: 1; Named: 1,Because,EXC-1,");
  });
});
