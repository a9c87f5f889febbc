import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/domain/failure';
import type { RoleHolders } from '../../src/domain/settings';
import { checkCandidate } from '../../src/usecases/check-candidate';
import { CLEAN_POLICY, siteOfCleanPolicy } from '../builders/clean-policy';
import { heldBy, UNREACHABLE } from '../builders/governed-site';
import { separationRule } from '../builders/policies';

const SEPARATED = { ...CLEAN_POLICY, rules: [...CLEAN_POLICY.rules, separationRule()] };

/** Who is away, and whether the policy may be put in force, where the one role that it needs is held like this. */
async function checked(owner: RoleHolders, tooLarge = false) {
  const fakes = siteOfCleanPolicy();
  fakes.site.projectRoles.set('10002', 'Approvers');
  fakes.store.settings = { ...fakes.store.settings, roles: { owner } };
  if (tooLarge) {
    fakes.faults.fail('people.allMembersOf', new Failure('unexpected-answer', 'A group has too many members.'));
  }
  const { mayBeActivated, satisfiability } = await checkCandidate(fakes, SEPARATED);
  return { mayBeActivated, away: satisfiability.fragile.map(({ without }) => without) };
}

describe('the check of a policy against the people of the site', () => {
  it('looks at who holds its roles today, and at everybody of them being away', async () => {
    expect(await checked(heldBy('g-owner'))).toEqual({ mayBeActivated: true, away: ['account-owner', 'account-b'] });
    expect(await checked({ ...heldBy(), people: ['account-owner'] })).toEqual({
      mayBeActivated: false,
      away: ['account-owner'],
    });
    expect(await checked(heldBy())).toEqual({ mayBeActivated: false, away: [] });
  });

  it('takes a role that is held in each project by others to be held by enough people', async () => {
    expect(await checked({ ...heldBy(), projectRoles: ['10002'] })).toEqual({ mayBeActivated: true, away: [] });
    expect(await checked({ ...heldBy('g-owner'), projectRoles: ['10002'] })).toEqual({
      mayBeActivated: true,
      away: [],
    });
  });

  it('looks at some members of a group that is too large to be counted', async () => {
    expect(await checked(heldBy('g-owner'), true)).toEqual({
      mayBeActivated: true,
      away: ['account-owner', 'account-b'],
    });
  });

  it('is not made where Jira does not say who is in a group', async () => {
    const fakes = siteOfCleanPolicy();
    fakes.faults.fail('people.allMembersOf', UNREACHABLE);
    await expect(checkCandidate(fakes, SEPARATED)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
