import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * An entity reference in its one full form (`user:default/ada`), or undefined
 * where the value is none.
 *
 * @public
 */
export function fullEntityRef(
  value: string,
  defaultKind?: string,
): string | undefined {
  try {
    const { kind, namespace, name } = parseEntityRef(value, {
      defaultKind,
      defaultNamespace: 'default',
    });
    // A reference is text in SQL, in URLs and in logs: no blanks, no controls.
    return /^[^\s:/\p{Cc}]+$/u.test(`${kind}${namespace}${name}`)
      ? stringifyEntityRef({ kind, namespace, name })
      : undefined;
  } catch {
    return undefined;
  }
}

/** The lower-case kind of a full entity reference. @public */
export function kindOfRef(entityRef: string): string {
  return entityRef.slice(0, entityRef.indexOf(':'));
}
