import { describe, expect, it } from '@jest/globals';
import { validatorCall } from '../../src/contracts/validator-call';

/** The example of Atlassian's page about the module. */
const DOCUMENTED = {
  issue: { key: 'CHG-1' },
  configuration: { gate: 'authorize' },
  transition: {
    from: { id: '400' },
    to: { id: '401' },
    modifiedFields: { labels: null, customfield_10020: 'text', assignee: { accountId: '5b10' } },
  },
};

describe('the call of a workflow validator', () => {
  it('is read as the documentation describes it', () => {
    expect(validatorCall.parse(DOCUMENTED)).toEqual({
      issueKey: 'CHG-1',
      gate: 'authorize',
      beside: {},
      edits: { labels: null, customfield_10020: 'text', assignee: { accountId: '5b10' } },
      way: { from: '400', to: '401' },
    });
  });

  it('says which guards were put on the transition with it, as far as they can be read', () => {
    const besideOf = (beside: unknown) =>
      validatorCall.parse({ ...DOCUMENTED, configuration: { gate: 'close', beside } }).beside;
    expect(besideOf({ who: '00ff' })).toEqual({ who: '00ff' });
    expect(besideOf(['who'])).toEqual({});
    expect(besideOf({ who: 1 })).toEqual({});
  });

  it('finds the edits at the top level, where older installations have them', () => {
    const { transition, ...older } = DOCUMENTED;
    const call = { ...older, transition: { from: transition.from, to: transition.to }, modifiedFields: { a: 1 } };
    expect(validatorCall.parse(call).edits).toEqual({ a: 1 });
  });

  it('has no edits where the screen had none', () => {
    expect(validatorCall.parse({ issue: { key: 'CHG-1' }, configuration: { gate: 'close' } }).edits).toEqual({});
  });

  it.each([
    ['names no gate', { ...DOCUMENTED, configuration: {} }],
    ['names a gate that does not exist', { ...DOCUMENTED, configuration: { gate: 'approve' } }],
    ['names no issue', { ...DOCUMENTED, issue: {} }],
    ['is no object', 'CHG-1'],
  ])('is refused when it %s', (_why, payload) => {
    expect(validatorCall.safeParse(payload).success).toBe(false);
  });
});
