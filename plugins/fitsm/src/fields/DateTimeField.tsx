import { lazy } from 'react';
import { Instant } from '../Instant';
import { inputProps } from './inputProps';
import { InputProps, ValueProps } from './types';

const TimePicker = lazy(() => import('./TimePicker'));

export const Input = (props: InputProps<'dateTime'>) => (
  <TimePicker
    common={inputProps(props)}
    granularity="minute"
    value={props.value}
    onChange={props.onChange}
  />
);

export const Value = ({ value }: ValueProps<'dateTime'>) => (
  <Instant at={value} exact />
);
