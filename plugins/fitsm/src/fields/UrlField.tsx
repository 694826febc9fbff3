import { Link, TextField } from '@backstage/ui';
import { inputProps } from './inputProps';
import { InputProps, ValueProps } from './types';

export const Input = (props: InputProps<'url'>) => (
  <TextField
    {...inputProps(props)}
    type="url"
    placeholder="https://"
    value={props.value ?? ''}
    onChange={value => props.onChange(value || undefined)}
  />
);

export const Value = ({ value }: ValueProps<'url'>) => (
  <Link href={value} target="_blank" rel="noopener noreferrer">
    {value}
  </Link>
);
