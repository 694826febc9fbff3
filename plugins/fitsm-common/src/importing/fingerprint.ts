import { InputError } from '@backstage/errors';

const PIECE = 4 * 1024 * 1024;

/**
 * What tells a file from all others: SHA-256, chained over its pieces so that
 * a file of any size passes through little memory.
 */
export async function fingerprintOf(file: Blob): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) {
    throw new InputError(
      'The browser computes no checksum on this page: open the portal by https, or import with the command line',
    );
  }
  let hash = new Uint8Array();
  for (let start = 0; start === 0 || start < file.size; start += PIECE) {
    const piece = await file.slice(start, start + PIECE).arrayBuffer();
    const joined = new Uint8Array(hash.length + piece.byteLength);
    joined.set(hash);
    joined.set(new Uint8Array(piece), hash.length);
    hash = new Uint8Array(await subtle.digest('SHA-256', joined));
  }
  return [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
