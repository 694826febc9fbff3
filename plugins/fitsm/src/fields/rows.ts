import {
  CellField,
  isEmptyValue,
  RowsField,
  RowValue,
} from '@fitsm/plugin-fitsm-common';

/** A row as a form holds it: cells may be empty. */
export type DraftRow = Record<string, unknown>;

const defaultOf = (column: CellField) =>
  column.kind === 'choice' ? column.default : undefined;

/** A row that one begins with. */
export function newRow({ columns }: RowsField): RowValue {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => {
      const value = defaultOf(column);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Nobody has filled anything in: it holds nothing, or what it began with. */
export function isEmptyRow({ columns }: RowsField, row: DraftRow): boolean {
  return Object.entries(columns).every(
    ([name, column]) =>
      isEmptyValue(row[name]) || row[name] === defaultOf(column),
  );
}

/** The rows that are filled in, without their empty cells. */
export function filledRows(field: RowsField, rows: DraftRow[]): DraftRow[] {
  return rows
    .filter(row => !isEmptyRow(field, row))
    .map(row =>
      Object.fromEntries(
        Object.keys(field.columns)
          .filter(name => !isEmptyValue(row[name]))
          .map(name => [name, row[name]]),
      ),
    );
}
