import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  stringifyEntityRef,
  UserEntity,
} from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  toError,
} from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
  SignInResolver,
} from '@backstage/plugin-auth-node';

/** The header in which the sign-in page names the person. */
export const DEMO_USER_HEADER = 'x-demo-user';

type DemoResult = { userEntityRef: string };

function readUserEntityRef(value: string, where: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(value, {
        defaultKind: 'user',
        defaultNamespace: 'default',
      }),
    );
  } catch (error) {
    throw new InputError(
      `${where} must name a user as user:<namespace>/<name>: ${
        toError(error).message
      }`,
    );
  }
}

/** Lets those pass whom `auth.providers.demo.<environment>.users` lists. */
export const demoAuthenticator = createProxyAuthenticator<
  { allowed: Set<string>; where: string },
  DemoResult,
  undefined
>({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize({ config }) {
    const where = 'auth.providers.demo.development.users';
    const users = config.getStringArray('development.users');
    return {
      where,
      allowed: new Set(users.map(user => readUserEntityRef(user, where))),
    };
  },
  async authenticate({ req }, { allowed, where }) {
    const wanted = req.header(DEMO_USER_HEADER);
    if (!wanted) {
      throw new AuthenticationError(
        `The header ${DEMO_USER_HEADER} is missing: it names the user to sign in as`,
      );
    }
    const userEntityRef = readUserEntityRef(
      wanted,
      `The header ${DEMO_USER_HEADER}`,
    );
    if (!allowed.has(userEntityRef)) {
      throw new NotAllowedError(
        `${userEntityRef} may not sign in to the demo: ${where} does not list it`,
      );
    }
    return { result: { userEntityRef } };
  },
});

const signInWithThatUser: SignInResolver<DemoResult> = async (
  { result },
  context,
) => context.signInWithCatalogUser({ entityRef: result.userEntityRef });

/**
 * Sign-in without a password must not reach production by mistake: that it is
 * configured anywhere but in a development environment stops the start.
 */
export function isDemoSignInEnabled(config: Config): boolean {
  if (!config.has('auth.providers.demo')) {
    return false;
  }
  const environment = config.getOptionalString('auth.environment');
  if (environment !== 'development') {
    throw new InputError(
      `auth.providers.demo lets everybody sign in without a password and needs auth.environment 'development', but that is '${environment}'. Set auth.providers.demo to null.`,
    );
  }
  return true;
}

/** The sign-in provider `demo`: one becomes the person that one chooses. */
export const authModuleDemoProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ providers, config, logger }) {
        if (!isDemoSignInEnabled(config)) {
          return;
        }
        logger.warn(
          'Demo sign-in is on: whoever reaches this portal can sign in as anybody of the demo',
        );
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: demoAuthenticator,
            profileTransform: async ({ userEntityRef }, context) => {
              const { entity } = await context.findCatalogUser({
                entityRef: userEntityRef,
              });
              return { profile: (entity as UserEntity).spec.profile ?? {} };
            },
            signInResolver: signInWithThatUser,
          }),
        });
      },
    });
  },
});
