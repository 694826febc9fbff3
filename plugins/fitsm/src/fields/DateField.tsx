import { Text } from '@backstage/ui';
import { DateTime } from 'luxon';
import { lazy } from 'react';
import { inputProps } from './inputProps';
import { InputProps, ValueProps } from './types';

const TimePicker = lazy(() => import('./TimePicker'));

export const Input = (props: InputProps<'date'>) => (
  <TimePicker
    common={inputProps(props)}
    granularity="day"
    value={props.value}
    onChange={props.onChange}
  />
);

export const Value = ({ value }: ValueProps<'date'>) => (
  <Text>{DateTime.fromISO(value).toLocaleString(DateTime.DATE_MED)}</Text>
);
