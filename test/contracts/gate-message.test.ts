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
import { approvalRule, fieldsRule, policyWith } from '../builders/policies';
import { withVotes } from '../builders/votes';

function message(facts: FactsOverrides, gate: Gate, policy: Policy = genericPolicy): string {
  return gateMessage(evaluatePolicy(policy, changeFacts(facts), gate, '2026-03-02T09:00:00.000Z'), policy);
}

const REQUEST = fieldsRule({ id: 'request', gates: ['submit', 'implement'], fields: ['rollbackSteps', 'incident'] });
const TESTED = fieldsRule({ id: 'tested', gates: ['implement'], fields: ['testResults'], strength: 'warn' });
const APPROVED = approvalRule({
  gates: ['authorize', 'implement'],
  requirement: { allOf: [{ role: 'owner' }, { role: 'board' }], inOrder: true },
});
const POLICY = policyWith([REQUEST, APPROVED, TESTED]);
const owner = { by: 'account-owner', roles: ['owner'] };
const board = { by: 'account-board', roles: ['board'] };

describe('the message of a refused transition', () => {
  it('says one missing thing with its clauses, and no more than that where it is plain what to do', () => {
    expect(message({ fields: { incident: ['INC-1'], rollbackSteps: null } }, 'submit', POLICY)).toBe(
      [
        'Submit is not possible yet. Policy of the test asks for one more thing:',
        '• Rollback steps is empty (T-1).',
      ].join('\n'),
    );
  });

  it('reads well when much is missing at once', () => {
    const fields = { incident: 'INC-1', testResults: null, rollbackSteps: null };
    const { votes } = withVotes(changeFacts({ fields }), POLICY, [board, { ...owner, decision: 'decline' }]);
    expect(message({ fields, votes }, 'implement', POLICY)).toBe(
      [
        'Implement is not possible yet. Policy of the test asks for 6 more things:',
        '• Rollback steps is empty (T-1).',
        '• Not yet approved by the Service Owner (T-1). Ask the Service Owner to approve in the Change control panel.',
        '• The Change Board approved too early: this approval has to be given again, after the Service Owner (T-1). Ask the Change Board to approve in the Change control panel.',
        '• Declined by the Service Owner (T-1). Settle it with whoever declined, or change the plan and ask again.',
        '• Test results is empty (T-1).',
        '• Or give the reason for going without it in Deviation reason; it goes on record (T-1).',
      ].join('\n'),
    );
  });

  it('says what was edited after an approval', () => {
    const voted = withVotes(changeFacts(), POLICY, [owner, board]);
    expect(
      message({ fields: { rollbackSteps: 'Pray.' }, votes: voted.votes }, 'authorize', POLICY).split('\n')[1],
    ).toBe(
      '• The approval by the Service Owner no longer counts: Rollback steps was edited after it was given (T-1). Ask the Service Owner to approve in the Change control panel.',
    );
  });

  it('says of what could not be read why, once, and whom to ask', () => {
    const when = { field: 'riskLevel', in: ['High'] };
    const policy = policyWith([fieldsRule({ id: 'one', when }), fieldsRule({ id: 'other', when, clauses: [] })]);
    const riskLevel = unread('Risk level', 'no-such-field');
    expect(message({ fields: { riskLevel } }, 'authorize', policy)).toBe(
      [
        'Authorize is not possible yet. Policy of the test asks for one more thing:',
        '• Risk level could not be read: there is no such field (Risk level) (T-1). Ask a Jira admin to put the field back.',
      ].join('\n'),
    );
  });

  it('asks a change without a type for one, once', () => {
    expect(message({ fields: { changeType: null } }, 'authorize', policyWith([typeRule]))).toBe(
      [
        'Authorize is not possible yet. Policy of the test asks for one more thing:',
        '• Change type is empty (T-1).',
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
    const empty = Object.fromEntries(things.map((field) => [field, null]));
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
