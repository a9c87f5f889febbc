import { describe, expect, it } from '@jest/globals';
import { saidIn, stateValueOf } from '../../src/contracts/jira/state-value';
import { stateText } from '../../src/contracts/state-text';
import type { CheckedItem } from '../../src/domain/policy/checklist';
import type { Remedy } from '../../src/domain/reason';
import type { ChangeState } from '../../src/domain/shown-state/change-state';
import { REMEDIES } from '../builders/every-remedy';
import { policyWith } from '../builders/policies';

const POLICY = policyWith([]);
const READY: ChangeState = {
  verdict: 'ready',
  gate: 'implement',
  closedAs: null,
  missing: [],
  open: 0,
  roles: [],
  due: null,
  since: '2026-03-02T09:00:59.999Z',
  approvers: [],
};

function item(remedy: Remedy): CheckedItem {
  return { ruleId: 'r', state: 'unmet', reason: { code: 'all-of' }, remedy, clauses: [] };
}

const fields = (...names: readonly string[]) => names.map((field) => item({ do: 'fill-field', field }));

describe('what the field says', () => {
  it.each<[string, Partial<ChangeState>]>([
    ['Ready: Implement', {}],
    ['Closed', { verdict: 'closed', gate: null, closedAs: 'closed' }],
    ['Cancelled', { verdict: 'closed', gate: null, closedAs: 'cancelled' }],
    ['Not governed', { verdict: 'ungoverned', gate: null }],
    ['Could not be checked before Implement', { verdict: 'unknown' }],
    ['Could not be checked', { verdict: 'unknown', gate: null }],
    ['Blocked before Implement: Tester and Test plan', { verdict: 'blocked', missing: fields('tester', 'testPlan') }],
    ['Blocked before Implement: Tester, Test plan, Outcome, Scope and 2 more', { verdict: 'blocked', missing: fields('tester', 'testPlan', 'outcome', 'scope', 'verifier', 'incident') }],
    ['Waiting for approval before Implement: Service Owner', { verdict: 'waiting', roles: ['owner'], missing: [item({ do: 'approve', role: 'owner' })] }],
    ['Waiting before Implement: Waiting period', { verdict: 'waiting', missing: [item({ do: 'wait', until: '2026-03-03T09:00:00.000Z' })] }],
  ])('%s', (text, state) => {
    expect(stateText({ ...READY, ...state }, POLICY)).toBe(text);
  }); // prettier-ignore

  it('names what is missing for every remedy there is, in a few words and without an account', () => {
    for (const [remedy] of Object.values(REMEDIES).flat() as readonly (readonly [Remedy, string])[]) {
      const { missing } = stateValueOf({ ...READY, verdict: 'blocked', missing: [item(remedy)] }, POLICY);
      expect([remedy.do, missing]).toEqual([remedy.do, [expect.stringMatching(/^[^.]{3,80}$/)]]);
      expect(JSON.stringify(missing)).not.toContain('account-');
    }
  });

  it('leaves out what is empty, cuts instants to the minute and a long text to its limit', () => {
    expect(stateValueOf(READY, POLICY)).toEqual({
      text: 'Ready: Implement',
      verdict: 'ready',
      gate: 'Implement',
      since: '2026-03-02T09:00Z',
      open: 0,
    });
    const long = fields(...Array.from({ length: 40 }, (_, at) => `${'x'.repeat(100)}${String(at)}`));
    const value = stateValueOf(
      { ...READY, verdict: 'blocked', missing: long, due: '2026-03-03T09:30:00.000Z' },
      POLICY,
    );
    expect([String(value['text']).length, value['due']]).toEqual([250, '2026-03-03T09:30Z']);
    expect(value['missing']).toHaveLength(25);
  });

  it('cuts no character into halves', () => {
    const { text } = stateValueOf({ ...READY, verdict: 'blocked', missing: fields(`x${'😀'.repeat(200)}`) }, POLICY);
    const other = stateValueOf({ ...READY, verdict: 'blocked', missing: fields('😀'.repeat(200)) }, POLICY);
    expect([String(text), String(other['text'])].filter((said) => /\p{Surrogate}/u.test(said))).toEqual([]);
  });

  it('is understood again as far as it tells since when', () => {
    expect(saidIn(stateValueOf(READY, POLICY))).toEqual({
      verdict: 'ready',
      gate: 'implement',
      since: '2026-03-02T09:00:00.000Z',
    });
    expect(saidIn(stateValueOf({ ...READY, verdict: 'closed', gate: null }, POLICY))?.gate).toBeNull();
  });

  it.each([
    [null],
    ['ready'],
    [{ verdict: 'fine', since: '2026-03-02T09:00Z' }],
    [{ verdict: 'ready', since: 'yesterday' }],
  ])('is nothing where %j stands in its place', (value) => {
    expect(saidIn(value)).toBeUndefined();
  });
});
