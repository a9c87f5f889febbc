import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../../src/domain/approval/vote';
import { GATES, type Gate } from '../../src/domain/change/lifecycle';
import { checklistOf } from '../../src/domain/policy/checklist';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import { headlineOf } from '../../src/handlers/resolvers/panel-headline';
import { changeFacts, unread, type FactsOverrides } from '../builders/change-facts';
import { approvalRule, fieldsRule, policyWith } from '../builders/policies';
import { withVotes } from '../builders/votes';

const UNREAD = unread('Jira did not answer');
const fields = fieldsRule({ gates: GATES, fields: ['description', 'testPlan'] });
const approval = approvalRule({ gates: GATES, requirement: { allOf: [{ role: 'owner' }, { role: 'board' }] } });

function headline(rules: Parameters<typeof policyWith>[0], facts: FactsOverrides = {}, gate: Gate = 'submit'): string {
  const evaluation = evaluatePolicy(policyWith(rules), changeFacts(facts), gate, '2026-03-02T09:00:00.000Z');
  return headlineOf(evaluation, checklistOf(evaluation));
}

function votes(...cast: readonly Partial<Vote>[]): FactsOverrides {
  return { votes: withVotes(changeFacts(), policyWith([]), cast).votes };
}

describe('the headline of the panel', () => {
  it.each<[string, FactsOverrides]>([
    ['Ready: use Submit to move it on.', {}],
    ['Blocked: 1 thing before this can be submitted.', { fields: { testPlan: null } }],
    ['Blocked: 2 things before this can be submitted.', { fields: { testPlan: null, description: null } }],
    ['Blocked: 2 things before this can be submitted.', { fields: { testPlan: UNREAD, description: null } }],
    ['This could not be checked. Nothing was changed; try again.', { fields: { testPlan: UNREAD } }],
  ])('is "%s" (%#)', (text, facts) => {
    expect(headline([fields], facts)).toBe(text);
  });

  it.each<[string, FactsOverrides]>([
    ['Waiting for 2 approvals before this can be submitted.', {}],
    ['Waiting for 1 approval before this can be submitted.', votes({})],
    ['Blocked: 2 things before this can be submitted.', votes({}, { by: 'b', roles: ['board'], decision: 'decline' })],
    ['Blocked: 3 things before this can be submitted.', { fields: { changeType: null } }],
  ])('speaks of approvals only where nothing else is missing: "%s"', (text, facts) => {
    expect(headline([approval], facts)).toBe(text);
  });

  it('counts of alternatives only as many as are asked for, and what several rules ask for once', () => {
    const one = approvalRule({ gates: GATES, requirement: { anyOf: [{ role: 'owner' }, { role: 'board' }] } });
    const two = { atLeast: 2, of: [{ role: 'owner' }, { role: 'board' }, { role: 'security' }] };
    const some = approvalRule({ id: 'some', gates: GATES, requirement: two });
    expect(headline([one])).toBe('Waiting for 1 approval before this can be submitted.');
    expect(headline([one, some])).toBe('Waiting for 2 approvals before this can be submitted.');
    expect(headline([one, fields], { fields: { testPlan: null } })).toContain('Blocked: 2 things');
  });

  it('counts for alternatives those that another rule asks for anyway', () => {
    const board = approvalRule({ id: 'board', gates: GATES, requirement: { role: 'board' } });
    const one = approvalRule({ gates: GATES, requirement: { anyOf: [{ role: 'owner' }, { role: 'board' }] } });
    expect(headline([board, one])).toBe('Waiting for 1 approval before this can be submitted.');
  });

  it('says that a reason goes on record where a warning was passed', () => {
    const facts = { fields: { testPlan: null, deviationReason: 'None.' } };
    expect(headline([{ ...fields, strength: 'warn' }], facts)).toBe(
      'Ready, with a reason on record: use Submit to move it on.',
    );
  });

  it.each<[Gate, string, string]>([
    ['submit', 'Submit', 'submitted'],
    ['authorize', 'Authorize', 'approved'],
    ['implement', 'Implement', 'implemented'],
    ['complete', 'Complete', 'completed'],
    ['close', 'Close', 'closed'],
    ['expedite', 'Expedite', 'expedited'],
  ])('calls the way through %s %s and what comes of it %s', (gate, title, passed) => {
    expect(headline([fields], {}, gate)).toBe(`Ready: use ${title} to move it on.`);
    expect(headline([fields], { fields: { testPlan: null } }, gate)).toContain(`before this can be ${passed}.`);
  });
});
