import { Text, TextField } from '@backstage/ui';
import { inputProps } from './inputProps';
import { InputProps, ValueProps } from './types';

export const Input = (props: InputProps<'text'>) => (
  <TextField
    {...inputProps(props)}
    value={props.value ?? ''}
    onChange={value => props.onChange(value || undefined)}
  />
);

export const Value = ({ value }: ValueProps<'text'>) => <Text>{value}</Text>;
