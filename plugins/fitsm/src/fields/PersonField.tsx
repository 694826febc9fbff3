import { lazy } from 'react';
import { EntityRefs } from './EntityRefs';
import { inputProps } from './inputProps';
import { InputProps, ValueProps } from './types';

const EntityPicker = lazy(() => import('./EntityPicker'));

export const Input = (props: InputProps<'person'>) => (
  <EntityPicker
    common={inputProps(props)}
    kinds={props.field.kinds ?? ['User']}
    many={props.field.many}
    value={props.value}
    onChange={props.onChange}
  />
);

export const Value = ({ value }: ValueProps<'person'>) => (
  <EntityRefs value={value} />
);
