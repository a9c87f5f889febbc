import type { ChangeFacts } from '../../src/domain/change/change-facts';
import type { ChangeHistory } from '../../src/domain/change/change-history';
import { Failure } from '../../src/domain/failure';
import type { Policy } from '../../src/domain/policy/policy';
import type { RoleHolders } from '../../src/domain/settings';
import { createFakes, type Fakes } from '../fakes/create-fakes';
import { changeFacts } from './change-facts';
import { historyThrough } from './histories';
import { approvalRule, inForce, policyWith } from './policies';
import { sheetOf } from './votes';

export const SPACE = { spaceId: '42', key: 'OPS', name: 'Operations' };
export const ADMIN = 'account-admin';
export const OWNER = 'account-owner';
export const UNREACHABLE = new Failure('unreachable', 'The service did not answer.');

/** One approval by the owner, given at Authorize and looked at again at Implement. */
export const ONE_APPROVAL: Policy = policyWith([approvalRule({ gates: ['authorize', 'implement'] })]);

/** Puts a change into Jira, and its votes into the archive. */
export function putChange(fakes: Fakes, facts: ChangeFacts, history: ChangeHistory = historyThrough(['draft'])): void {
  const { votes, change, stage, requesters, fields } = facts;
  fakes.site.putChange({ reading: { isChangeRequest: true, facts: { change, stage, requesters, fields } }, history });
  if (votes.state === 'known' && votes.value.length > 0) {
    fakes.store.sheets.set(facts.change.key, sheetOf(facts.change.id, votes.value));
  }
}

/** A role that is held by these groups. */
export function heldBy(...groups: readonly string[]): RoleHolders {
  return { groups, people: [], projectRoles: [] };
}

/** A site with a policy in force, its roles mapped to groups of one person each, a space for the log, and one change. */
export function governedSite(facts: ChangeFacts = changeFacts(), policy: Policy = ONE_APPROVAL): Fakes {
  const fakes = createFakes();
  fakes.store.policy = inForce(policy);
  const roles = policy.roles.map(({ id }) => id);
  const groups = roles.map((id) => ({ groupId: `g-${id}`, name: `The ${id}s`, members: [`account-${id}`] }));
  for (const group of groups) fakes.site.groups.set(group.groupId, group);
  fakes.store.settings = {
    revision: 1,
    roles: Object.fromEntries(roles.map((id) => [id, heldBy(`g-${id}`)])),
    delegations: [],
    spaceId: SPACE.spaceId,
  };
  fakes.pages.spaces.set(SPACE.spaceId, SPACE);
  fakes.site.administrators.add(ADMIN);
  fakes.site.caller = OWNER;
  putChange(fakes, facts);
  return fakes;
}
