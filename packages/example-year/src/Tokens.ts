import {
  AuthService,
  BackstageCredentials,
  BackstagePrincipalTypes,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';

/**
 * Who holds which token. They are known in this process only, so that nobody
 * else can act through the port that it opens.
 */
export class Tokens {
  readonly #credentials = new Map<string, BackstageCredentials>();
  readonly #tokens = new Map<string, string>();

  /** The token of a person; with a plugin, of one that acts for them. */
  ofUser(userEntityRef: string, plugin?: string): string {
    return this.#of({
      type: 'user',
      userEntityRef,
      ...(plugin && { actor: { type: 'service', subject: plugin } }),
    });
  }

  /** What plugins sign in with. */
  authOf(pluginId: string): AuthService {
    const subject = `plugin:${pluginId}`;
    const own = credentialsOf({ type: 'service' as const, subject });
    const isPrincipal = <TType extends keyof BackstagePrincipalTypes>(
      credentials: BackstageCredentials,
      type: TType,
    ): credentials is BackstageCredentials<BackstagePrincipalTypes[TType]> =>
      type === 'unknown' ||
      (credentials.principal as { type: string }).type === type;
    return {
      isPrincipal,
      authenticate: async token => {
        const credentials = this.#credentials.get(token);
        if (!credentials) {
          throw new AuthenticationError('The token is none of this year');
        }
        return credentials;
      },
      getNoneCredentials: async () => credentialsOf({ type: 'none' as const }),
      getOwnServiceCredentials: async () => own,
      getPluginRequestToken: async ({ onBehalfOf }) => ({
        token: isPrincipal(onBehalfOf, 'user')
          ? this.ofUser(onBehalfOf.principal.userEntityRef, subject)
          : this.#of({ type: 'service', subject }),
      }),
      getLimitedUserToken: async () => {
        throw new AuthenticationError('There are no cookies here');
      },
      listPublicServiceKeys: async () => ({ keys: [] }),
    };
  }

  #of(principal: BackstagePrincipalTypes['user' | 'service']): string {
    const key = JSON.stringify(principal);
    const known = this.#tokens.get(key);
    if (known) {
      return known;
    }
    const token = randomUUID();
    this.#tokens.set(key, token);
    this.#credentials.set(token, credentialsOf(principal));
    return token;
  }
}

function credentialsOf<TPrincipal>(
  principal: TPrincipal,
): BackstageCredentials<TPrincipal> {
  return { $$type: '@backstage/BackstageCredentials', principal };
}
