import { known, unknown, type ChangeFacts, type Fact } from '../change/change-facts';
import type { AccountId } from '../change/identity';

/** The roles of the policy that a person holds now; not known where nobody looked them up. */
export function rolesHeldNow(person: AccountId, { people }: Pick<ChangeFacts, 'people'>): Fact<readonly string[]> {
  const found = people?.[person] ?? unknown('not-looked-up', 'people');
  return found.state === 'unknown' ? found : known(found.value.roles);
}
