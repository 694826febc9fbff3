import { Checkbox, Text } from '@backstage/ui';
import { InputProps, ValueProps } from './types';
import styles from './fields.module.css';

export const Input = (props: InputProps<'boolean'>) => {
  const { field, name, value, cellLabel, problemId } = props;
  return (
    <div className={styles.stack}>
      <Checkbox
        name={name}
        isSelected={value ?? false}
        isInvalid={Boolean(problemId)}
        aria-label={cellLabel}
        aria-describedby={problemId}
        onChange={props.onChange}
      >
        {cellLabel ? undefined : field.label}
      </Checkbox>
      {field.help && !cellLabel && (
        <Text variant="body-small" color="secondary">
          {field.help}
        </Text>
      )}
    </div>
  );
};

export const Value = ({ value }: ValueProps<'boolean'>) => (
  <Text>{value ? 'Yes' : 'No'}</Text>
);
