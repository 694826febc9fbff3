import { DateTime } from 'luxon';

/** An instant in the zone of who looks: how long ago, or when exactly. */
export const Instant = (props: { at: string; exact?: boolean }) => {
  const instant = DateTime.fromISO(props.at);
  const absolute = instant.toLocaleString(DateTime.DATETIME_MED);
  const isNow = Math.abs(instant.diffNow('seconds').seconds) < 45;
  const relative = isNow ? 'just now' : instant.toRelative() ?? absolute;
  return (
    <time
      dateTime={props.at}
      title={
        props.exact
          ? relative
          : instant.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)
      }
    >
      {props.exact ? absolute : relative}
    </time>
  );
};
