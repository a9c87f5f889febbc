import { describe, expect, it } from '@jest/globals';
import { besideOf } from '../../../src/domain/guards/guard-digest';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import { GOVERNED_TRANSITIONS } from '../../../src/domain/provisioning/governed-workflow';
import { allGuards } from '../../../src/domain/provisioning/guards';
import { placedGuards } from '../../../src/domain/provisioning/place-guards';
import { NO_SETTINGS } from '../../../src/domain/settings';
import { policyWith } from '../../builders/policies';

const BASE = { clauses: ['T-1'], gates: ['close'], strength: 'block' } as const;
const APART: Rule = { ...BASE, id: 'apart', kind: 'separate-duties', pairs: [['closer', 'tester']] };
const OWN: Rule = {
  ...BASE,
  id: 'own',
  kind: 'separate-duties',
  pairs: [['closer', 'implementer']],
  when: { field: 'region', in: ['EU'] },
};
const POLICY = policyWith([APART, OWN], { fields: [{ id: 'region', title: 'Region', kind: 'option' }] });

function guardsOf(name: string, parts: Readonly<Record<string, string>>) {
  const transition = GOVERNED_TRANSITIONS.find((one) => one.name === name);
  if (transition === undefined) throw new Error(`No ${name}`);
  return placedGuards(allGuards(POLICY, NO_SETTINGS, transition), parts);
}

const TESTER = { 'field:tester': 'customfield_1' };
const ALL = { ...TESTER, 'field:implementer': 'customfield_2', 'field:region': 'customfield_3' };

describe('the guards of a transition', () => {
  it('are what the policy asks of the acting person, and the gate, which knows what stands beside it', () => {
    expect(guardsOf('Close', ALL)).toEqual([
      {
        by: 'expression',
        expression: 'issue.customfield_1?.accountId != user.accountId',
        message: expect.stringContaining('tester'),
      },
      {
        by: 'expression',
        expression:
          "!((issue.customfield_3?.value ?? '').toLowerCase() == 'eu') || issue.customfield_2?.accountId != user.accountId",
        message: expect.stringContaining('implementer'),
      },
      { by: 'gate', gate: 'close', beside: { apart: expect.any(String), own: expect.any(String) } },
    ]);
  });

  it('say the same of one expression in every Jira', () => {
    const gate = guardsOf('Close', ALL).at(-1);
    const digests = besideOf([{ ruleId: 'apart', expression: 'issue.{field:tester}?.accountId != user.accountId' }]);
    expect(gate).toMatchObject({ beside: digests });
  });

  it('leave out an expression about a field that is not there, and the gate does not count on it', () => {
    expect(guardsOf('Close', TESTER)).toEqual([
      { by: 'expression', expression: expect.any(String), message: expect.stringContaining('tester') },
      { by: 'gate', gate: 'close', beside: { apart: expect.any(String) } },
    ]);
  });

  it('are none on a way out', () => {
    expect(guardsOf('Reject', ALL)).toEqual([]);
  });
});
