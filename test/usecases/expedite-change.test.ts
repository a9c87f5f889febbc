import { describe, expect, it } from '@jest/globals';
import { known } from '../../src/domain/change/change-facts';
import { expediteChange } from '../../src/usecases/expedite-change';
import { changeFacts, type FactsOverrides } from '../builders/change-facts';
import { governedSite } from '../builders/governed-site';
import { policyWith } from '../builders/policies';
import { failureCode } from '../port-contracts/failure-code';

const emergency = (overrides: FactsOverrides = {}) =>
  changeFacts({ fields: { changeType: 'Emergency' }, ...overrides });
const stageOf = (fakes: ReturnType<typeof governedSite>) => fakes.site.findChange('CHG-1')?.reading.facts.stage;

describe('an emergency', () => {
  it('is moved to its implementation', async () => {
    const fakes = governedSite(emergency(), policyWith());
    await expediteChange(fakes, 'CHG-1');
    expect(stageOf(fakes)).toEqual(known('implementing'));
  });

  it('is not moved where the gate or Jira refuses, whose words are told', async () => {
    const fakes = governedSite(emergency(), policyWith());
    const change = fakes.site.findChange('CHG-1');
    if (change !== undefined) fakes.site.putChange({ ...change, locked: 'Emergency reason is empty.' });
    await expect(expediteChange(fakes, 'CHG-1')).rejects.toMatchObject({
      code: 'not-allowed',
      message: 'Emergency reason is empty.',
    });
    expect(stageOf(fakes)).toEqual(known('draft'));
  });
});

describe('what cannot be expedited', () => {
  it.each([
    ['a change that is no emergency', changeFacts(), policyWith()],
    ['an emergency that has left the draft', emergency({ stage: 'assessment' }), policyWith()],
    [
      'an emergency under a policy without a way for them',
      emergency(),
      policyWith([], { emergencies: { mode: 'not-allowed', bypasses: [], tell: [] } }),
    ],
  ])('is %s', async (_what, facts, policy) => {
    const fakes = governedSite(facts, policy);
    expect(await failureCode(expediteChange(fakes, 'CHG-1'))).toBe('moved-on');
    expect(fakes.faults.count('changes.move')).toBe(0);
  });

  it('is what the person may not see', async () => {
    const fakes = governedSite(emergency(), policyWith());
    fakes.site.caller = null;
    expect(await failureCode(expediteChange(fakes, 'CHG-1'))).toBe('not-found');
  });
});
