import { describe, expect, it } from '@jest/globals';
import { policyView } from '../../src/contracts/api/admin-api';
import { policyViewOf } from '../../src/handlers/resolvers/policy-view';
import { genericPolicy } from '../../src/policies/generic';
import { approvalRule, fieldsRule, policyWith } from '../builders/policies';

const HASH = 'a'.repeat(64);

describe('a policy as the admin page shows it', () => {
  it('has each clause with what the app does about it, in words made from the rules', () => {
    const policy = policyWith([fieldsRule({ clauses: ['T-1', 'T-2'], strength: 'warn' }), approvalRule()], {
      about: { owner: 'Head of IT', reviewEveryMonths: 12 },
      clauses: [
        { id: 'T-1', text: 'First.', service: 'enforced' },
        { id: 'T-2', text: 'Second.', service: 'enforced', note: 'And on record.' },
        { id: 'T-3', text: 'Third.', service: 'outside', note: 'A matter for people.' },
      ],
    });
    const asks = {
      text: 'Asks for a reason at Authorize unless Description is filled in.',
      gates: ['authorize'],
      strength: 'warn',
    };
    const blocks = {
      text: 'Blocks Authorize until the Service Owner has approved the plan as it stands.',
      gates: ['authorize'],
      strength: 'block',
    };
    expect(policyViewOf(policy, HASH, '2026-01-01T00:00:00.000Z')).toEqual({
      id: 'TEST',
      title: 'Policy of the test',
      version: '1',
      hash: HASH,
      since: '2026-01-01T00:00:00.000Z',
      about: [
        { label: 'Owner', value: 'Head of IT' },
        { label: 'Reviewed', value: 'every 12 months' },
      ],
      figures: { enforced: 2, evidenced: 0, reminded: 0, outside: 1, 'no-text': 0 },
      clauses: [
        { id: 'T-1', text: 'First.', service: 'enforced', does: [asks, blocks] },
        {
          id: 'T-2',
          text: 'Second.',
          service: 'enforced',
          does: [asks, { text: 'And on record.', gates: [], strength: null }],
        },
        {
          id: 'T-3',
          text: 'Third.',
          service: 'outside',
          does: [{ text: 'A matter for people.', gates: [], strength: null }],
        },
      ],
    });
  });

  it('says something about every clause of the generic policy, and counts them all', () => {
    const view = policyViewOf(genericPolicy, HASH, null);
    expect(policyView.parse(view)).toEqual(view);
    expect(view.clauses.filter(({ does }) => does.length === 0)).toEqual([]);
    expect(Object.values(view.figures).reduce((sum, count) => sum + count, 0)).toBe(36);
  });
});
