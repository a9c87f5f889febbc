import { beforeEach, describe, expect, it } from '@jest/globals';
import { GATES } from '../../src/domain/change/lifecycle';
import type { Rule } from '../../src/domain/policy/policy-rule';
import { viewRuleChoices } from '../../src/usecases/view-rule-choices';
import { changeFacts } from '../builders/change-facts';
import { ADMIN, governedSite } from '../builders/governed-site';
import { policyWith } from '../builders/policies';
import { surveyOf } from '../builders/surveys';
import { createFakes, type Fakes } from '../fakes/create-fakes';

const BASE = { clauses: ['T-1'], gates: ['close'], strength: 'block' } as const;
const RULES: readonly Rule[] = [
  { ...BASE, id: 'apart', kind: 'separate-duties', pairs: [['closer', 'tester']] },
  { ...BASE, id: 'own', kind: 'who-may', duty: 'closer', roles: ['owner'], when: { field: 'region', in: ['EU'] } },
  { ...BASE, id: 'said', kind: 'required-fields', fields: ['outcome'] },
  { ...BASE, id: 'votes', kind: 'same-person', pairs: [['closer', 'approver']] },
];
const POLICY = policyWith(RULES, { fields: [{ id: 'region', title: 'Region', kind: 'option' }] });

function fields(...named: readonly (readonly [string, string])[]) {
  return named.map(([id, name]) => ({ id, name, description: '', form: null, inProject: true, options: null }));
}

let fakes: Fakes;
function withFields(...named: readonly (readonly [string, string])[]): void {
  fakes.administration.site = surveyOf({ fields: fields(...named) });
}

const expressionsAtClose = async () => {
  const { gates } = await viewRuleChoices(fakes, ADMIN);
  return gates.find(({ gate }) => gate === 'close')?.guards.map(({ expression }) => expression);
};

beforeEach(() => {
  fakes = governedSite(changeFacts(), POLICY);
});

describe('what can be chosen for a rule on a transition', () => {
  it('is for each gate what the policy asks there, of the change and of the acting person', async () => {
    withFields(['customfield_1', 'Tester'], ['customfield_2', 'Region']);
    const { policy, gates } = await viewRuleChoices(fakes, ADMIN);
    expect(policy).toEqual(POLICY);
    expect(gates.map(({ gate }) => gate)).toEqual([...GATES]);
    expect(gates[0]).toEqual({ gate: 'submit', rules: [], guards: [], unsaid: [] });
    expect(gates.find(({ gate }) => gate === 'close')).toMatchObject({
      rules: [{ id: 'apart' }, { id: 'own' }, { id: 'said' }, { id: 'votes' }],
      unsaid: [{ ruleId: 'votes', because: 'votes' }],
    });
    expect(await expressionsAtClose()).toEqual([
      'issue.customfield_1?.accountId != user.accountId',
      "!((issue.customfield_2?.value ?? '').toLowerCase() == 'eu') || user.groupIds.some(g => g == 'g-owner')",
    ]);
  });

  it('leaves out the expression where Jira has no such field, or several of its name', async () => {
    withFields(['customfield_2', 'Region'], ['customfield_3', 'Region']);
    expect(await expressionsAtClose()).toEqual([undefined, undefined]);
  });

  it('is nothing while no policy is in force', async () => {
    fakes = createFakes();
    fakes.site.administrators.add(ADMIN);
    withFields();
    const { policy, gates } = await viewRuleChoices(fakes, ADMIN);
    expect(policy).toBeUndefined();
    expect(gates.flatMap(({ rules, guards }) => [...rules, ...guards])).toEqual([]);
  });

  it('is shown to Jira administrators only', async () => {
    await expect(viewRuleChoices(fakes, 'account-owner')).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
