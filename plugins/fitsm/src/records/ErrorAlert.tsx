import { Alert } from '@backstage/ui';
import { errorMessage } from './errors';

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
