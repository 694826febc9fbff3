import { IdentityApi } from '@backstage/core-plugin-api';

// A key of the tab: another window can be another person.
const KEY = 'demo-sign-in';

/** The choice that stands for entering as guest. */
export const GUEST = 'guest';

/** Whom this tab chose: the reference of a user, `GUEST`, or nobody. */
export function rememberedPerson(): string | undefined {
  return window.sessionStorage.getItem(KEY) ?? undefined;
}

/** Keeps the choice over reloads of this tab. */
export function rememberPerson(choice: string) {
  window.sessionStorage.setItem(KEY, choice);
}

/** Makes the next load of this tab ask again. */
export function forgetPerson() {
  window.sessionStorage.removeItem(KEY);
}

/** The same identity, which also forgets the choice when it signs out. */
export function forgettingOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      forgetPerson();
      await identity.signOut();
    },
  };
}
