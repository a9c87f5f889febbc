import { describe, expect, it } from '@jest/globals';
import { recordChange } from '../../src/usecases/record-change';
import { viewChange } from '../../src/usecases/view-change';
import { changeFacts } from '../builders/change-facts';
import { governedSite, OWNER, putChange } from '../builders/governed-site';
import { historyThrough, WHOLE_WAY } from '../builders/histories';
import { OWNER_CLOSES, policyWith } from '../builders/policies';

const POLICY = policyWith([OWNER_CLOSES]);

/** What the record says of the rule, after this person has closed the change. */
async function recordedOf(closer: string) {
  const facts = changeFacts({ stage: 'closed' });
  const fakes = governedSite(facts, POLICY);
  const { createdAt, moves } = historyThrough(WHOLE_WAY);
  putChange(fakes, facts, { createdAt, moves: moves.map((move) => ({ ...move, by: closer })) });
  await recordChange(fakes, '10001');
  const record = fakes.store.records.get(1)?.record;
  return record?.evaluation?.rules.find(({ ruleId }) => ruleId === 'may-close');
}

describe('a rule about whoever closes a change', () => {
  it('is decided on record, where Jira tells who did', async () => {
    expect(await recordedOf(OWNER)).toMatchObject({
      status: 'met',
      findings: [{ reason: { code: 'role-held', duty: 'closer', by: OWNER, role: 'owner' } }],
    });
    expect(await recordedOf('account-security')).toMatchObject({
      status: 'unmet',
      findings: [{ reason: { code: 'role-not-held', duty: 'closer', by: 'account-security' } }],
    });
  });

  it('does not stop a change in the panel, which says who will look at it', async () => {
    const fakes = governedSite(changeFacts({ stage: 'verification' }), POLICY);
    expect(await viewChange(fakes, 'CHG-1', OWNER)).toMatchObject({
      gate: 'close',
      evaluation: {
        verdict: 'allow',
        rules: [{}, { status: 'met', findings: [{ reason: { code: 'left-to-jira', duty: 'closer' } }] }],
      },
    });
  });
});
