import { Alert } from '@backstage/ui';
import { errorMessage, isStale } from './errors';

/** Says what went wrong with what one just tried. */
export const ErrorAlert = (props: { title: string; error?: Error }) =>
  props.error ? (
    <Alert
      status="danger"
      icon
      role="alert"
      title={props.title}
      description={errorMessage(props.error)}
    />
  ) : null;

/** Says why a step with a record was not made. */
export const RefusalAlert = ({ error }: { error?: Error }) =>
  error && isStale(error) ? (
    <Alert
      status="warning"
      icon
      role="alert"
      title="Somebody else changed this record meanwhile"
      description="The page is up to date now. Look at it, then press the button again."
    />
  ) : (
    <ErrorAlert title="This was refused" error={error} />
  );
