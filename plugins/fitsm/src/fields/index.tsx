import { Skeleton, Text } from '@backstage/ui';
import { Field, FieldKind } from '@fitsm/plugin-fitsm-common';
import { ComponentType, Suspense, useId } from 'react';
import { cellViews } from './cellViews';
import * as entity from './EntityField';
import styles from './fields.module.css';
import * as rows from './RowsField';
import { FieldView, InputProps, ValueProps } from './types';

export { EntityLinksContext } from './EntityLinksContext';

/** One a kind of field: a kind without one does not compile. */
const views: { [TKind in FieldKind]: FieldView<TKind> } = {
  ...cellViews,
  entity,
  rows,
};

type AnyInputProps = Omit<InputProps<FieldKind>, 'field' | 'value'> & {
  field: Field;
  value: unknown;
};
type AnyValueProps = Omit<ValueProps<FieldKind>, 'field' | 'value'> & {
  field: Field;
  value: unknown;
};

/** The input that fits a field, with what is wrong with its value below it. */
export const FieldInput = (
  props: Omit<AnyInputProps, 'problemId'> & { problem?: string },
) => {
  const { problem, ...inputProps } = props;
  const problemId = useId();
  // The kind picks the view of just this field: TypeScript cannot follow the
  // link between the two unions.
  const Input = views[props.field.kind].Input as ComponentType<AnyInputProps>;
  return (
    <div className={styles.stack}>
      <Suspense fallback={<Skeleton height="3.5rem" />}>
        <Input {...inputProps} problemId={problem && problemId} />
      </Suspense>
      {problem && (
        <Text id={problemId} variant="body-small" color="danger">
          {problem}
        </Text>
      )}
    </div>
  );
};

/** The value of a field, as people read it. */
export const FieldValue = (props: AnyValueProps) => {
  // As in FieldInput.
  const Value = views[props.field.kind].Value as ComponentType<AnyValueProps>;
  return <Value {...props} />;
};
