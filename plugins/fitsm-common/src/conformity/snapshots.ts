import { Conformity } from './conformity';

/** A frozen answer to what is shown for a standard; it never changes. @public */
export interface ConformitySnapshot {
  id: number;
  title: string;
  frozenAt: string;
  /** Reference of the person or service. */
  frozenBy: string;
  /** SHA-256 of the content, in hexadecimal digits. */
  hash: string;
}

/** @public */
export interface ConformitySnapshotWithContent extends ConformitySnapshot {
  /** JSON of a `FrozenConformity`: exactly the text that the hash is of. */
  content: string;
}

/** What the content of a snapshot holds. @public */
export interface FrozenConformity {
  title: string;
  frozenAt: string;
  frozenBy: string;
  conformity: Conformity;
}
