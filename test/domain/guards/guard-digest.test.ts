import { expect, it } from '@jest/globals';
import { actorGuards } from '../../../src/domain/guards/actor-guards';
import { besideOf, guardedRules } from '../../../src/domain/guards/guard-digest';
import { withFieldIds } from '../../../src/domain/guards/expression-text';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import { NO_SETTINGS, type Settings } from '../../../src/domain/settings';
import { heldBy } from '../../builders/governed-site';
import { policyWith } from '../../builders/policies';

const BASE = { clauses: ['T-1'], gates: ['close'], strength: 'block' } as const;
const RULES: readonly Rule[] = [
  { ...BASE, id: 'who', kind: 'who-may', duty: 'closer', roles: ['owner'] },
  { ...BASE, id: 'apart', kind: 'separate-duties', pairs: [['closer', 'tester']] },
];
const settings = (group: string): Settings => ({ ...NO_SETTINGS, roles: { owner: heldBy(group) } });

it('a guard counts as long as policy and settings have it as it was when it was put on the transition', () => {
  const policy = policyWith(RULES);
  const beside = besideOf(actorGuards(policy, settings('g-1'), 'close').guards);
  expect(beside).toEqual({ who: expect.stringMatching(/^[0-9a-f]{16}$/), apart: expect.any(String) });
  expect(guardedRules(policy, settings('g-1'), 'close', beside)).toEqual(['who', 'apart']);
  expect(guardedRules(policy, settings('g-2'), 'close', beside)).toEqual(['apart']);
  expect(guardedRules(policy, settings('g-1'), 'close', { apart: beside['apart'] ?? '' })).toEqual(['apart']);
  expect(guardedRules(policy, settings('g-1'), 'close', {})).toEqual([]);
  expect(guardedRules(policy, settings('g-1'), 'implement', beside)).toEqual([]);
});

it('an expression is placed in a Jira that has all its fields, and in no other', () => {
  const expression = 'issue.{field:tester} != null && issue.{field:implementer} == null';
  const ids = new Map([['tester', 'customfield_1']]);
  expect(withFieldIds(expression, (field) => ids.get(field))).toBeUndefined();
  ids.set('implementer', 'customfield_2');
  expect(withFieldIds(expression, (field) => ids.get(field))).toBe(
    'issue.customfield_1 != null && issue.customfield_2 == null',
  );
});

it('an option that looks like the place of a field is an option', () => {
  const rule: Rule = { ...BASE, id: 'who', kind: 'who-may', duty: 'closer', roles: ['owner'] };
  const when = { field: 'category', in: ['{field:zzz}'] } as const;
  const [guard] = actorGuards(policyWith([{ ...rule, when }]), settings('g-1'), 'close').guards;
  expect(withFieldIds(guard?.expression ?? '', (field) => (field === 'category' ? 'customfield_1' : undefined))).toBe(
    "!((issue.customfield_1?.value ?? '').toLowerCase() == '{' + 'field:zzz}') || user.groupIds.some(g => g == 'g-1')",
  );
});
