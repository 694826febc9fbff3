import { DatePicker } from '@backstage/ui';
import {
  getLocalTimeZone,
  now,
  parseAbsoluteToLocal,
  parseDate,
  toZoned,
} from '@internationalized/date';
import { inputProps } from './inputProps';

/** Chooses a day, or an instant: people fill in times of their own zone. */
const TimePicker = (props: {
  common: ReturnType<typeof inputProps>;
  granularity: 'day' | 'minute';
  value: string | undefined;
  onChange(value: string | undefined): void;
}) => {
  const { common, value, onChange } = props;
  return props.granularity === 'day' ? (
    <DatePicker
      {...common}
      granularity="day"
      value={value ? parseDate(value) : null}
      onChange={day => onChange(day?.toString())}
    />
  ) : (
    <DatePicker
      {...common}
      granularity="minute"
      hideTimeZone
      shouldForceLeadingZeros
      placeholderValue={now(getLocalTimeZone()).set({ second: 0 })}
      value={value ? parseAbsoluteToLocal(value) : null}
      onChange={time =>
        onChange(
          time
            ? toZoned(time, getLocalTimeZone()).toAbsoluteString()
            : undefined,
        )
      }
    />
  );
};

// Loaded when a form needs it: calendars are large, and lists have none.
export default TimePicker;
