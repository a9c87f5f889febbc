import { describe, expect, it } from '@jest/globals';
import { renderRecord } from '../../../src/adapters/confluence/render-record';
import { drawUpRecord } from '../../../src/domain/record/change-record';
import type { Policy } from '../../../src/domain/policy/policy';
import { changeFacts } from '../../builders/change-facts';
import { historyThrough, WHOLE_WAY } from '../../builders/histories';
import { approvalRule, inForce, policyWith } from '../../builders/policies';
import { withVotes } from '../../builders/votes';

const policy = policyWith([approvalRule()]);
const facts = withVotes(changeFacts(), policy, [{ by: 'account-owner' }]);

function shown(under: Policy | null): string {
  const closing = { stage: 'closed', at: '2026-03-02T14:00:00.000Z', by: null } as const;
  const history = historyThrough(WHOLE_WAY);
  const record = drawUpRecord({ facts, history, closing, policy: under && inForce(under), evaluation: null });
  return JSON.stringify(renderRecord({ seq: 1, hash: '1'.repeat(64), record }));
}

describe('a vote on record', () => {
  it('is said to have stood where it did', () => {
    expect(shown(policy)).toContain('for Authorize: stood when the change was closed');
  });

  it('is not said to have failed to count where no policy was known to weigh it by', () => {
    expect(shown(null)).toContain(
      'for Authorize: not weighed, because no policy was known when the record was drawn up',
    );
    expect(shown(null)).not.toContain('did not count');
  });
});
