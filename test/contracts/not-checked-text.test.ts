import { describe, expect, it } from '@jest/globals';
import { notCheckedTexts, notToldApartText } from '../../src/contracts/not-checked-text';
import { policyWith } from '../builders/policies';

describe('a report', () => {
  it('says what it did not tell apart', () => {
    const policy = policyWith();
    expect(notToldApartText({ notToldApart: [] }, policy)).toBeUndefined();
    expect(notToldApartText({ notToldApart: ['tags', 'risk'] }, policy)).toBe(
      'There are too many kinds of change to look at each: every rule that depends on Labels or the risk level was taken to apply, so there may be dead ends here that no change meets.',
    );
  });

  it('says what it did not check to the end, once for each type', () => {
    expect(notCheckedTexts({ notChecked: { all: [], oneAway: [] } })).toEqual([]);
    expect(notCheckedTexts({ notChecked: { all: ['Normal', 'Major'], oneAway: ['Normal', 'Emergency'] } })).toEqual([
      'It was not checked to the end whether every Normal or Major change can get through: there are too many ways to share out its duties and approvals, so there may be dead ends that are not listed. Ask for simpler approvals by different people, or put the policy in force only if you know who gets each change through.',
      'It was not checked to the end whether every Emergency change can get through with one person away: there are too many ways to share out its duties and approvals, so more may hang on one person than is listed.',
    ]);
  });
});
