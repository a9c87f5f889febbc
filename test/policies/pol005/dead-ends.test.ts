import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../../src/domain/policy/policy';
import { findDeadEnds } from '../../../src/domain/policy/satisfiability/satisfiability';
import { pol005Policy } from '../../../src/policies/pol005';

const HOLDERS = Object.fromEntries(pol005Policy.roles.map(({ id }) => [id, [`account-${id}`]]));

const OTHERS_AUTHORIZE: Policy = {
  ...pol005Policy,
  rules: [
    ...pol005Policy.rules,
    {
      id: 'others-authorize',
      kind: 'separate-duties',
      clauses: ['POL005-2a', 'POL005-2b'],
      gates: ['authorize', 'implement', 'close'],
      strength: 'block',
      pairs: [['requester', 'approver']],
    },
  ],
};

describe('POL-005 with one person in each role', () => {
  it('lets every kind of change through, whoever may propose it', () => {
    expect(findDeadEnds(pol005Policy, HOLDERS, { oneAway: false }).deadEnds).toEqual([]);
  });

  it('is stuck, were proposing and authorising kept apart, where the CTO or the IT Director proposes what only they authorise', () => {
    const { deadEnds } = findDeadEnds(OTHERS_AUTHORIZE, HOLDERS, { oneAway: false });
    const stuck = deadEnds.flatMap(({ why, roles, cells }) =>
      cells.map(({ gate, categories, requesters }) => ({ why, roles, gate, categories, requesters })),
    );
    expect(stuck).toEqual([
      {
        why: 'nobody-left',
        roles: ['cto'],
        gate: 'authorize',
        categories: ['Software technology', 'Development tools', 'Architecture design'],
        requesters: ['account-cto'],
      },
      {
        why: 'nobody-left',
        roles: ['it-director'],
        gate: 'authorize',
        categories: ['Network infrastructure', 'Cybersecurity', '3rd-party tools and services'],
        requesters: ['account-it-director'],
      },
    ]);
  });

  it('has no software authorised while the CTO is away, and no network while the IT Director is', () => {
    const { fragile } = findDeadEnds(pol005Policy, HOLDERS);
    const stopped = fragile.map(({ without, deadEnds }) => [without, deadEnds.map(({ clauses }) => clauses)] as const);
    expect(Object.fromEntries(stopped)).toEqual({
      'account-cto': [['POL005-2a']],
      'account-it-director': [['POL005-2b']],
    });
  });
});
