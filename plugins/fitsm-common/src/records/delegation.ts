/**
 * Lets somebody vote in the place of another person for a while. The deputy
 * sees no more by it: what they may not read, they do not vote on.
 *
 * @public
 */
export interface Delegation {
  id: string;
  /** Who is asked. */
  person: string;
  /** Who votes in their place. */
  delegate: string;
  startsAt: string;
  endsAt: string;
  reason?: string;
}

/** @public */
export type NewDelegation = Pick<
  Delegation,
  'delegate' | 'startsAt' | 'endsAt' | 'reason'
>;
