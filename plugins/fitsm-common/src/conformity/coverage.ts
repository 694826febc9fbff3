import { AnyRecordType } from '../engine/defineRecordType';
import { evidenceRulesOf, namingRulesOf, ruleSentence } from './evidenceRules';
import { RequirementSet } from './requirementSets';

/**
 * How the product does each row of a standard, or why the organisation does
 * it, as a page of documentation. It is made from the definitions alone.
 *
 * @public
 */
export function coverageMarkdown(
  set: RequirementSet,
  definitions: ReadonlyArray<AnyRecordType>,
  organisational: Readonly<Record<string, string>>,
): string {
  const rules = evidenceRulesOf(definitions, [set]);
  const byName = new Map(definitions.map(one => [one.name, one]));
  const naming = namingRulesOf(definitions)
    .map(({ type }) => byName.get(type)!.label.many.toLowerCase())
    .join(', ');
  const rows = set.groups.flatMap(group => group.rows);
  const covered = rows.filter(({ id }) => rules.has(id)).length;

  const howOf = (id: string) =>
    rules
      .get(id)
      ?.map(rule =>
        ruleSentence(
          rule,
          byName.get(rule.type)!,
          type => byName.get(type)?.label.one ?? type,
        ),
      )
      .join('<br>') ?? `_The organisation:_ ${organisational[id]}`;

  return [
    `# How ${set.standard} is covered`,
    '',
    '<!-- Made by `yarn docs:coverage` from the definitions: change those, not this page. -->',
    '',
    `${set.standard} ${set.version} has ${
      rows.length
    } rows, here in our own words. For ${covered} of them records of this product are evidence: the third column says which. The other ${
      rows.length - covered
    } are for the organisation to do and to write down; the column says why.${
      naming && ` Beside that, ${naming} can name the rows that they show.`
    } What your own organisation has to show stands on the page **Conformity**.`,
    '',
    ...set.groups.flatMap(group => [
      `## ${group.id} ${group.title}`,
      '',
      group.objective,
      '',
      ...table([
        ['row', 'what', 'how'],
        ...group.rows.map(({ id, text }) => [id, text, howOf(id)]),
      ]),
      '',
    ]),
  ].join('\n');
}

/** With columns as wide as their widest cell, as Prettier has them. */
function table(rows: ReadonlyArray<ReadonlyArray<string>>): string[] {
  const cells = rows.map(row => row.map(text => text.replaceAll('|', '\\|')));
  const widths = cells[0].map((_, column) =>
    Math.max(...cells.map(row => row[column].length)),
  );
  const line = (row: ReadonlyArray<string>) =>
    `| ${row.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`;
  const [head, ...body] = cells;
  return [head, widths.map(width => '-'.repeat(width)), ...body].map(line);
}
