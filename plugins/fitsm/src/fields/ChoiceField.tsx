import { Select, Text } from '@backstage/ui';
import { inputProps } from './inputProps';
import { InputProps, ValueProps } from './types';

/** Stands for no choice; with its blanks it cannot be an option's name. */
const NONE = ' none ';

export const Input = (props: InputProps<'choice'>) => {
  const common = inputProps(props);
  const options = Object.entries(props.field.options).map(([id, label]) => ({
    id,
    label,
  }));
  return (
    <Select
      {...common}
      placeholder="Choose"
      options={
        common.isRequired ? options : [{ id: NONE, label: '–' }, ...options]
      }
      value={props.value ?? null}
      onChange={key =>
        props.onChange(key === null || key === NONE ? undefined : String(key))
      }
    />
  );
};

export const Value = ({ field, value }: ValueProps<'choice'>) => (
  <Text>{(field.options as Record<string, string>)[value] ?? value}</Text>
);
