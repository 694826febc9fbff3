import { Field, FieldKind, RowValue } from '@fitsm/plugin-fitsm-common';
import { ComponentType } from 'react';

/** What a field of each kind holds. */
export interface ValueOfKind {
  text: string;
  markdown: string;
  choice: string;
  number: number;
  boolean: boolean;
  dateTime: string;
  date: string;
  url: string;
  person: string | string[];
  entity: string | string[];
  rows: RowValue[];
}

type FieldOfKind<TKind extends FieldKind> = Extract<Field, { kind: TKind }>;

export interface InputProps<TKind extends FieldKind> {
  field: FieldOfKind<TKind>;
  name: string;
  value: ValueOfKind[TKind] | undefined;
  onChange(value: ValueOfKind[TKind] | undefined): void;
  /** Asked for here, even where the definition lets it be empty. */
  isRequired?: boolean;
  /**
   * The name of a cell in a table for those who do not see its column: what
   * is drawn has no label and no help then.
   */
  cellLabel?: string;
  /** The id of the sentence that says what is wrong, where something is. */
  problemId?: string;
}

export interface ValueProps<TKind extends FieldKind> {
  field: FieldOfKind<TKind>;
  value: ValueOfKind[TKind];
}

/** How a kind of field is filled in, and how it is read. */
export interface FieldView<TKind extends FieldKind> {
  Input: ComponentType<InputProps<TKind>>;
  Value: ComponentType<ValueProps<TKind>>;
}
