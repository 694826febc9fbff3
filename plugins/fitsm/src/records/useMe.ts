import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** Who looks: their own reference, and those of their groups. */
export interface Me {
  userRef: string;
  groupRefs: string[];
}

export function useMe(): Me | undefined {
  const identityApi = useApi(identityApiRef);
  const { value } = useAsync(async () => {
    const { userEntityRef, ownershipEntityRefs } =
      await identityApi.getBackstageIdentity();
    return {
      userRef: userEntityRef,
      groupRefs: ownershipEntityRefs.filter(ref => ref.startsWith('group:')),
    };
  }, [identityApi]);
  return value;
}
