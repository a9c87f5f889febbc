import type { AccountId } from '../change/identity';
import type { DelegatedRole, Vote } from './vote';

/** A person who is about to vote, as known at that moment. */
export interface Voter {
  readonly accountId: AccountId;
  readonly account: Vote['account'];
  /** The roles of the policy that the person holds in the own right. */
  readonly rolesHeld: readonly string[];
  /** Roles that people who still hold them handed over to this person, for a time that includes this moment. */
  readonly delegated: readonly DelegatedRole[];
}
