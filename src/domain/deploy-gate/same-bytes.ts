import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Whether two texts are equal, in a time that tells nothing of where they differ or how long they are: what is compared
 * are their digests, of 32 bytes each.
 */
export function isSameText(one: string, other: string): boolean {
  return sameBytes(sha256(utf8ToBytes(one)), sha256(utf8ToBytes(other)));
}

/** Whether two rows of the same number of bytes are equal. Looks at every byte, whatever the ones before were. */
export function sameBytes(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1) difference |= (one[index] ?? 0) ^ (other[index] ?? 0);
  return difference === 0;
}
