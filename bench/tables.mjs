const count = number => number.toLocaleString('en');
const rate = number =>
  number < 10 ? number.toFixed(1) : count(Math.round(number));
const time = number =>
  number < 10 ? number.toFixed(1) : String(Math.round(number));

const titles = {
  importing: 'import',
  inProcess: 'in process, beside bare SQL',
  overviews: 'overviews, beside one count',
  overHttp: 'over HTTP, beside a no-op route and the catalog',
};

/** What is about to be measured. */
export function heading({ part, database, records }) {
  return `── ${titles[part]}: ${database}, ${count(records)} records`;
}

function cellsOf({ measured, against, notes = {} }) {
  const other = against.measured;
  return [
    rate(measured.perSecond),
    time(measured.p50),
    time(measured.p95),
    against.what,
    rate(other.perSecond),
    time(other.p95),
    (measured.perSecond / other.perSecond).toFixed(2),
    Object.entries(notes)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  ];
}

/** One result on the terminal, as soon as it is there. */
export function lineOf(result) {
  const [perSecond, p50, p95, what, otherRate, otherP95, ratio, notes] =
    cellsOf(result);
  const name = `${result.operation}, ${result.as} x${result.concurrency}`;
  return `${name.padEnd(58)} ${perSecond.padStart(7)}/s  p50 ${p50.padStart(
    5,
  )}  p95 ${p95.padStart(
    5,
  )} ms   ${what} ${otherRate}/s  p95 ${otherP95} ms   ratio ${ratio}  ${notes}`;
}

const columns = [
  'database',
  'records',
  'operation',
  'as',
  'at once',
  'per second',
  'p50 ms',
  'p95 ms',
  'beside',
  'per second',
  'p95 ms',
  'ratio',
  'notes',
];

/** All results, a Markdown table for each part. */
export function tablesOf(results) {
  const parts = [...new Set(results.map(({ part }) => part))];
  return parts
    .map(part => {
      const rows = results
        .filter(result => result.part === part)
        .map(result => [
          result.database,
          count(result.records),
          result.operation,
          result.as,
          String(result.concurrency),
          ...cellsOf(result),
        ]);
      const lines = [columns, columns.map(() => '---'), ...rows];
      return [
        `### ${part}`,
        '',
        ...lines.map(cells => `| ${cells.join(' | ')} |`),
      ].join('\n');
    })
    .join('\n\n');
}
