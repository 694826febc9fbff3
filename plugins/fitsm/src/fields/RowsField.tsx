import { Button, ButtonIcon, Skeleton, Text } from '@backstage/ui';
import {
  CellField,
  isEmptyValue,
  RowValue,
  validatorForField,
} from '@fitsm/plugin-fitsm-common';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import { ComponentType, Suspense, useId, useRef } from 'react';
import { cellViews } from './cellViews';
import styles from './fields.module.css';
import { isEmptyRow, newRow } from './rows';
import { InputProps, ValueProps } from './types';

/** Most rows where the definition does not tell, as the validator has it. */
const MANY = 100;

type CellKind = CellField['kind'];
type AnyCellInputProps = Omit<InputProps<CellKind>, 'field' | 'value'> & {
  field: CellField;
  value: unknown;
};
type AnyCellValueProps = { field: CellField; value: unknown };

const CellInput = (props: AnyCellInputProps) => {
  // The kind picks the view of just this column: TypeScript cannot follow the
  // link between the two unions.
  const View = cellViews[props.field.kind]
    .Input as ComponentType<AnyCellInputProps>;
  return (
    <Suspense fallback={<Skeleton height="2rem" />}>
      <View {...props} />
    </Suspense>
  );
};

const CellValue = (props: AnyCellValueProps) => {
  // As in CellInput.
  const View = cellViews[props.field.kind]
    .Value as ComponentType<AnyCellValueProps>;
  return <View {...props} />;
};

function isWrong(column: CellField, value: unknown) {
  return isEmptyValue(value)
    ? Boolean(column.required)
    : !validatorForField(column).safeParse(value).success;
}

const headingOf = (column: CellField) =>
  column.kind === 'number' && column.unit
    ? `${column.label} (${column.unit})`
    : column.label;

type RowMove = 'up' | 'down' | 'remove';

const RowButtons = (props: {
  number: number;
  last: number;
  onMove(move: RowMove): void;
}) => {
  const { number, last, onMove } = props;
  return (
    <div className={styles.rowButtons}>
      <ButtonIcon
        variant="tertiary"
        icon={<RiArrowUpLine />}
        aria-label={`Move row ${number} up`}
        data-move="up"
        isDisabled={number === 1}
        onPress={() => onMove('up')}
      />
      <ButtonIcon
        variant="tertiary"
        icon={<RiArrowDownLine />}
        aria-label={`Move row ${number} down`}
        data-move="down"
        isDisabled={number === last}
        onPress={() => onMove('down')}
      />
      <ButtonIcon
        variant="tertiary"
        icon={<RiDeleteBinLine />}
        aria-label={`Remove row ${number}`}
        data-move="remove"
        onPress={() => onMove('remove')}
      />
    </div>
  );
};

export const Input = (props: InputProps<'rows'>) => {
  const { field, name, value: rows = [], onChange, problemId } = props;
  const columns = Object.entries(field.columns);
  const body = useRef<HTMLTableSectionElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const helpId = useId();
  const isRequired = props.isRequired ?? field.required;

  /** Whoever uses the keyboard goes on where they were. */
  const focusRow = (index: number, selectors: string[]) =>
    setTimeout(() => {
      const row = body.current?.rows[index];
      const found = selectors
        .map(selector => row?.querySelector<HTMLElement>(selector))
        .find(Boolean);
      (found ?? add.current)?.focus();
    });
  const change = (next: RowValue[]) => onChange(next.length ? next : undefined);
  const setCell = (index: number, column: string, cell: unknown) => {
    const { [column]: _, ...others } = rows[index];
    const row = isEmptyValue(cell)
      ? others
      : // Cells of each kind tell of values of their kind only.
        { ...others, [column]: cell as RowValue[string] };
    change(rows.map((other, place) => (place === index ? row : other)));
  };
  const move = (index: number, how: RowMove) => {
    const rest = rows.filter((_, place) => place !== index);
    if (how === 'remove') {
      change(rest);
      focusRow(Math.min(index, rest.length - 1), ['[data-move=remove]']);
      return;
    }
    const target = how === 'up' ? index - 1 : index + 1;
    change([...rest.slice(0, target), rows[index], ...rest.slice(target)]);
    focusRow(target, [
      `[data-move=${how}]:not(:disabled)`,
      '[data-move]:not(:disabled)',
    ]);
  };

  return (
    <fieldset
      className={styles.group}
      aria-describedby={
        [field.help && helpId, problemId].filter(Boolean).join(' ') || undefined
      }
      // Where there are rows, their cells say which of them is wrong.
      data-invalid={(problemId && !rows.length) || undefined}
    >
      <legend>
        {field.label}
        {isRequired && ' (Required)'}
      </legend>
      {field.help && (
        <Text as="div" id={helpId} variant="body-small" color="secondary">
          {field.help}
        </Text>
      )}
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={`${styles.rows} ${styles.inputs}`}>
            <thead>
              <tr>
                {columns.map(([column, cell]) => (
                  <th key={column} scope="col">
                    {headingOf(cell)}
                    {cell.help && (
                      <Text as="div" variant="body-small" color="secondary">
                        {cell.help}
                      </Text>
                    )}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody ref={body}>
              {rows.map((row, index) => (
                // Rows have no identity but their place.
                <tr key={index}>
                  {columns.map(([column, cell]) => (
                    <td key={column} data-kind={cell.kind}>
                      <CellInput
                        field={cell}
                        name={`${name}.${index}.${column}`}
                        cellLabel={`Row ${index + 1}, ${cell.label}`}
                        value={row[column]}
                        problemId={
                          problemId &&
                          !isEmptyRow(field, row) &&
                          isWrong(cell, row[column])
                            ? problemId
                            : undefined
                        }
                        onChange={changed => setCell(index, column, changed)}
                      />
                    </td>
                  ))}
                  <td>
                    <RowButtons
                      number={index + 1}
                      last={rows.length}
                      onMove={how => move(index, how)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button
        ref={add}
        variant="secondary"
        size="small"
        iconStart={<RiAddLine />}
        aria-label={`Add row to ${field.label}`}
        isDisabled={rows.length >= (field.max ?? MANY)}
        onPress={() => {
          change([...rows, newRow(field)]);
          focusRow(rows.length, ['input, textarea', 'button']);
        }}
      >
        Add row
      </Button>
    </fieldset>
  );
};

export const Value = ({ field, value }: ValueProps<'rows'>) => {
  // Columns in which nothing stands only take room.
  const columns = Object.entries(field.columns).filter(([column]) =>
    value.some(row => !isEmptyValue(row[column])),
  );
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={field.label}
      // Without it nobody could scroll with the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.rows}>
        <thead>
          <tr>
            {columns.map(([column, cell]) => (
              <th key={column} scope="col">
                {headingOf(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.map((row, index) => (
            <tr key={index}>
              {columns.map(([column, cell]) => (
                <td key={column}>
                  {!isEmptyValue(row[column]) && (
                    <CellValue field={cell} value={row[column]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
