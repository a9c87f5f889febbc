import { describe, expect, it } from '@jest/globals';
import { policyText } from '../../src/contracts/policy-text';
import type { Policy } from '../../src/domain/policy/policy';
import { checkedCandidateOf } from '../../src/handlers/resolvers/checked-candidate';
import { CLEAN_POLICY, siteOfCleanPolicy } from '../builders/clean-policy';
import { approvalRule } from '../builders/policies';

const LABELS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

async function findings(policy: Policy) {
  const checked = await checkedCandidateOf(siteOfCleanPolicy(), { from: 'text', text: policyText(policy) });
  return checked.readable ? checked.check.findings.map(({ severity, text }) => `${severity}: ${text}`) : ['unreadable'];
}

describe('a policy that is checked for the admin page', () => {
  it('says where not every kind of change was looked at', async () => {
    const labelled = approvalRule({ id: 'labelled', when: { field: 'tags', in: LABELS } });
    const tooMany =
      'warning: There are too many kinds of change to look at each: every rule that depends on Labels was taken to apply, so there may be dead ends here that no change meets.';
    expect(await findings(CLEAN_POLICY)).not.toContain(tooMany);
    expect(await findings({ ...CLEAN_POLICY, rules: [...CLEAN_POLICY.rules, labelled] })).toContain(tooMany);
  });
});
