import { lazy } from 'react';
import { EntityRefs } from './EntityRefs';
import { inputProps } from './inputProps';
import { InputProps, ValueProps } from './types';

const EntityPicker = lazy(() => import('./EntityPicker'));

export const Input = (props: InputProps<'entity'>) => (
  <EntityPicker
    common={inputProps(props)}
    kinds={props.field.kinds}
    many={props.field.many}
    value={props.value}
    onChange={props.onChange}
  />
);

export const Value = ({ value }: ValueProps<'entity'>) => (
  <EntityRefs value={value} />
);
