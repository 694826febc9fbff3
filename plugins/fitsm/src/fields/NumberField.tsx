import { NumberField, Text } from '@backstage/ui';
import { inputProps } from './inputProps';
import { InputProps, ValueProps } from './types';

export const Input = (props: InputProps<'number'>) => (
  <NumberField
    {...inputProps(props)}
    secondaryLabel={props.field.unit}
    minValue={props.field.min}
    maxValue={props.field.max}
    step={props.field.integer ? 1 : undefined}
    value={props.value ?? NaN}
    onChange={value => props.onChange(Number.isNaN(value) ? undefined : value)}
  />
);

export const Value = ({ field, value }: ValueProps<'number'>) => (
  <Text>
    {value.toLocaleString()}
    {field.unit && ` ${field.unit}`}
  </Text>
);
