import { InputError } from '@backstage/errors';
import { parseArgs, ParseArgsConfig } from 'node:util';

const DEFAULT_URL = 'http://localhost:7007/api/fitsm';

/** Options that every command has. */
export const connectionOptions = {
  url: { type: 'string' },
  token: { type: 'string' },
} as const;

/**
 * Parses the arguments of a command.
 *
 * @throws InputError that names the argument and what is wrong with it
 */
export function parseCommand<T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/** What clients need to reach a backend. */
export function connectionFrom(values: { url?: string; token?: string }) {
  const url = (values.url ?? process.env.FITSM_URL ?? DEFAULT_URL).replace(
    /\/+$/,
    '',
  );
  if (!URL.canParse(url)) {
    throw new InputError(`--url: '${url}' is no address; write ${DEFAULT_URL}`);
  }
  const token = values.token ?? process.env.FITSM_TOKEN;
  if (!token) {
    throw new InputError(
      'There is no token: set FITSM_TOKEN, or give --token, to one of backend.auth.externalAccess',
    );
  }
  return {
    token,
    client: { discoveryApi: { getBaseUrl: async () => url } },
  };
}
