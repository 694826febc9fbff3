import { csvLine } from '../importing/csv';
import { Conformity } from './conformity';

const columns = [
  'standard',
  'version',
  'requirement',
  'process',
  'row',
  'section',
  'text',
  'state',
  'count',
  'newest',
  'staleAfterDays',
  'how',
  'organisation',
  'exclusion',
  'exclusionReason',
  'exclusionApprovedBy',
  'exclusionUntil',
];

/** All rows as CSV, one line each. @public */
export function conformityCsv({ set, groups }: Conformity): string {
  const lines = groups.flatMap(group =>
    group.rows.map(row => [
      set.standard,
      set.version,
      group.id,
      group.process,
      row.id,
      row.section,
      row.text,
      row.state,
      String(row.count),
      row.newest ?? '',
      String(row.staleAfterDays),
      row.evidence.map(({ how, count }) => `${how}: ${count}`).join('; '),
      row.organisation ?? '',
      row.exclusion?.record ?? '',
      row.exclusion?.reason ?? '',
      row.exclusion?.approvedBy.join('; ') ?? '',
      row.exclusion?.until ?? '',
    ]),
  );
  return [columns, ...lines].map(cells => csvLine(cells.map(asText))).join('');
}

/** Spreadsheets take such a cell for a formula, and run it. */
function asText(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
