import { ResponseError } from '@backstage/errors';

/** The name of an error, wherever it was thrown: here or on the server. */
export function errorName(error: Error): string {
  return error instanceof ResponseError ? error.cause.name : error.name;
}

/**
 * Somebody else was faster (REC-2). Other conflicts lie in the record itself,
 * and trying again does not help.
 */
export function isStale(error: Error): boolean {
  return (
    error instanceof ResponseError && error.body.error.code === 'StaleRevision'
  );
}

/** What an error says: that of the server, where it came from there. */
export function errorMessage(error: Error): string {
  return error instanceof ResponseError ? error.cause.message : error.message;
}
