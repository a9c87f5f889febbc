import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gateMessage, undecidedMessage } from '../../src/contracts/gate-message';
import { CHANGE_FIELDS } from '../../src/domain/change/change-field';
import type { Gate } from '../../src/domain/change/lifecycle';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import type { Policy } from '../../src/domain/policy/policy';
import { genericPolicy } from '../../src/policies/generic';
import { changeFacts, unread, type FactsOverrides } from '../builders/change-facts';
import { fixedSeed } from '../builders/fixed-seed';
import { fieldsRule, policyWith } from '../builders/policies';
import { withVotes } from '../builders/votes';

function message(facts: FactsOverrides, gate: Gate, policy: Policy = genericPolicy): string {
  return gateMessage(evaluatePolicy(policy, changeFacts(facts), gate, '2026-03-02T09:00:00.000Z'), policy);
}

const lead = { by: 'account-lead', roles: ['security-lead'] };
const cto = { by: 'account-cto', roles: ['cto'] };

describe('the message of a refused transition', () => {
  it('says one missing thing with its clauses and what to do', () => {
    expect(message({ fields: { rollbackSteps: null } }, 'submit')).toBe(
      [
        'Submit is not possible yet. Generic change management policy asks for one more thing:',
        '• Rollback steps is empty (GEN-4.1d, GEN-4.5). Fill in Rollback steps.',
      ].join('\n'),
    );
  });

  it('reads well when much is missing at once', () => {
    const fields = { riskLevel: 'High', testResults: null };
    const { votes } = withVotes(changeFacts({ fields }), genericPolicy, [cto, { ...lead, decision: 'decline' }]);
    expect(message({ fields, votes }, 'implement')).toBe(
      [
        'Implement is not possible yet. Generic change management policy asks for 5 more things:',
        '• Not yet approved by the Security Lead (GEN-3n, GEN-4.2a, GEN-5b, GEN-5c). Ask the Security Lead to approve in the Change control panel.',
        '• Declined by the Security Lead (GEN-3n, GEN-4.2a, GEN-5b, GEN-5c). Settle it with whoever declined, or change the plan and ask again.',
        '• The CTO approved too early, so this approval has to be taken back and given again, after the Security Lead (GEN-5c). Ask the CTO to approve in the Change control panel.',
        '• Test results is empty (GEN-4.3a). Fill in Test results.',
        '• Deviation reason is empty (GEN-4.3a). Or give the reason for going without it in Deviation reason; it goes on record.',
      ].join('\n'),
    );
  });

  it('says what was edited after an approval', () => {
    const voted = withVotes(changeFacts(), genericPolicy, [lead, cto]);
    expect(message({ fields: { rollbackSteps: 'Pray.' }, votes: voted.votes }, 'implement').split('\n')[1]).toBe(
      '• The approval by the Security Lead no longer counts: Rollback steps was edited after it was given (GEN-3n, GEN-4.2a, GEN-5b). Ask the Security Lead to approve in the Change control panel.',
    );
  });

  it('says of what could not be read why, once, and whom to ask', () => {
    const riskLevel = unread('Risk level', 'no-such-field');
    expect(message({ fields: { riskLevel } }, 'authorize')).toBe(
      [
        'Authorize is not possible yet. Generic change management policy asks for one more thing:',
        '• Risk level could not be read: there is no such field (Risk level) (GEN-3n, GEN-4.2a, GEN-5b, GEN-5c). Ask a Jira admin to put the field back.',
      ].join('\n'),
    );
  });

  it('asks a change without a type for one, once', () => {
    expect(message({ fields: { changeType: null } }, 'expedite')).toBe(
      [
        'Expedite is not possible yet. Generic change management policy asks for one more thing:',
        '• Change type is empty (GEN-3n, GEN-3e2). Fill in Change type.',
      ].join('\n'),
    );
  });

  it.each([
    [8, 9, undefined],
    [9, 10, '… and 1 more in the Change control panel.'],
    [20, 10, '… and 12 more in the Change control panel.'],
  ])('of %i missing things has %i lines', (count, lines, last) => {
    const fields = CHANGE_FIELDS.filter((field) => field !== 'changeType').slice(0, count);
    const names = CHANGE_FIELDS.length - 1;
    const things = Array.from({ length: count }, (_, index) => fields[index % names]).filter((f) => f !== undefined);
    const policy = policyWith([fieldsRule({ fields: things }), ...(count > names ? [typeRule] : [])]);
    const empty = Object.fromEntries(things.map((field) => [field, null] as const));
    const changeType = count > names ? { changeType: 'Standard' } : {};
    const said = message({ fields: { ...empty, ...changeType } }, 'authorize', policy).split('\n');
    expect([said.length, said[9]]).toEqual([lines, last]);
  });

  it('is plain text of one line for each thing, never more than ten lines, whatever is missing', () => {
    const some = fc.subarray([...CHANGE_FIELDS]);
    const gate = fc.constantFrom<Gate>('submit', 'authorize', 'implement', 'complete', 'close', 'expedite');
    fc.assert(
      fc.property(some, some, gate, (empty, lost, at) => {
        const fields = Object.fromEntries([
          ...empty.map((field) => [field, null] as const),
          ...lost.map((field) => [field, unread('Jira did not answer')] as const),
        ]);
        const evaluation = evaluatePolicy(genericPolicy, changeFacts({ fields }), at, '2026-03-02T09:00:00.000Z');
        if (evaluation.verdict !== 'block') return true;
        const [first, ...lines] = gateMessage(evaluation, genericPolicy).split('\n');
        return (
          first?.endsWith(':') === true &&
          lines.length >= 1 &&
          lines.length <= 9 &&
          lines
            .slice(0, 8)
            .every((line) => /^• [A-Z].*\.$/.test(line) && !/undefined|\[object|account-|<|\.\./.test(line))
        );
      }),
      fixedSeed(150),
    );
  });
});

const typeRule = { ...fieldsRule({ id: 'types' }), kind: 'allowed-types', types: ['Normal'] } as const;

describe('the message of a gate that could not decide', () => {
  it('says why, that nothing was changed, what works all the same, and where to find it in the log', () => {
    expect(undecidedMessage('Jira did not answer in time.', '8f2c')).toBe(
      'The change policy could not be checked: Jira did not answer in time. Nothing was changed; try again. Reject and Cancel work all the same. (ref 8f2c)',
    );
  });
});
