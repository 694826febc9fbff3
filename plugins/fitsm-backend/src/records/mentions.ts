import { fullEntityRef } from '@fitsm/plugin-fitsm-common';

/** More mentions than this in one comment are nobody's intention. */
const MANY = 20;

/** Users named in markdown as `@ada` or `@user:default/ada`. */
export function mentionsIn(body: string): string[] {
  const found = [
    ...body.matchAll(/(?<![\w`/.])@([a-z][\w.-]*(?::[\w.-]+\/[\w.-]+)?)/gi),
  ].map(([, name]) => fullEntityRef(name.replace(/[.-]+$/, ''), 'user'));
  return [...new Set(found.filter((ref): ref is string => ref !== undefined))]
    .filter(ref => ref.startsWith('user:'))
    .slice(0, MANY);
}
