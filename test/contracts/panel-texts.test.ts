import { describe, expect, it } from '@jest/globals';
import { emergencyTexts } from '../../src/contracts/emergency-text';
import { ledgerEventComment, ledgerEventText } from '../../src/contracts/ledger-event-text';
import { voteWorthText } from '../../src/contracts/vote-worth-text';
import type { VoteWorth } from '../../src/domain/decision/vote-standing';
import type { LedgerEvent } from '../../src/domain/ledger/ledger-entry';
import { clocksOfChange } from '../../src/domain/obligation/clock-of-change';
import { EMERGENCY_MODES, type Emergencies } from '../../src/domain/policy/policy';
import { changeFacts } from '../builders/change-facts';
import { policyWith } from '../builders/policies';

const policy = policyWith([], {
  clocks: [
    {
      id: 'documented',
      title: 'Emergency documented',
      clauses: ['T-1'],
      from: 'implementation-start',
      within: { hours: 24 },
      doneWhenFilled: ['description', 'testPlan'],
    },
    { id: 'reviewed', title: 'Policy reviewed', clauses: [], from: 'policy-review', within: { days: 1 } },
  ],
});
const NOT_BEGUN = {
  state: 'known',
  value: { createdAt: '2026-03-01T09:00:00.000Z', implementedFrom: null, implementedUntil: null },
} as const;
const clocks = clocksOfChange(
  policy,
  changeFacts({ fields: { testPlan: null }, milestones: NOT_BEGUN }),
  '2026-03-02T09:00:00.000Z',
);

describe('the terms of a change', () => {
  it('are those that run for it, with what is missing; the review of the policy is none of its own', () => {
    expect(clocks.map(({ clock, standing, missing }) => [clock.id, standing.state, missing])).toEqual([
      ['documented', 'not-started', ['testPlan']],
    ]);
  });
});

describe('how an emergency passes, in words', () => {
  it('says what comes first, what does not bind it, who is to be told, and which clock starts', () => {
    const emergencies: Emergencies = { mode: 'implement-first', bypasses: ['freezes', 'notice'], tell: ['board'] };
    expect(emergencyTexts(emergencies, clocks, policy, false)).toEqual([
      'An emergency may be implemented first. Expedite takes it from Draft straight to Implementing; it is approved afterwards, before it is closed.',
      'It is not bound by freezes and notice periods.',
      'The app tells the Change Board when it is expedited.',
      'With it a clock starts: Emergency documented, within 24 hours after the implementation began.',
    ]);
  });

  it.each(EMERGENCY_MODES)('says before and after what %s means', (mode) => {
    const emergencies: Emergencies = { mode, bypasses: [], tell: [] };
    expect({
      before: emergencyTexts(emergencies, [], policy, false)[0],
      underWay: emergencyTexts(emergencies, [], policy, true),
    }).toEqual(
      {
        'not-allowed': {
          before: 'The policy has no way of its own for emergencies: this change goes the same way as any other.',
          underWay: [],
        },
        'approve-first': {
          before:
            'An emergency is approved first. Expedite takes it from Draft straight to Implementing once the approvals are there.',
          underWay: [],
        },
        'implement-first': {
          before:
            'An emergency may be implemented first. Expedite takes it from Draft straight to Implementing; it is approved afterwards, before it is closed.',
          underWay: ['An emergency is approved afterwards, before it is closed.'],
        },
        both: {
          before:
            'An emergency is approved before it is implemented and again before it is closed. Expedite takes it from Draft straight to Implementing once the first approvals are there.',
          underWay: ['An emergency is approved a second time, before it is closed.'],
        },
      }[mode],
    );
  });
});

describe('why a vote does not count, in words', () => {
  it.each<[VoteWorth, string | null]>([
    [{ weight: 'stands' }, null],
    [
      { weight: 'void', edited: ['rollbackSteps', 'requesters'] },
      'Rollback steps and Reporter were edited after this vote.',
    ],
    [{ weight: 'superseded' }, 'The same person voted again later.'],
    [{ weight: 'withdrawn' }, 'Withdrawn.'],
    [
      { weight: 'barred', duty: 'implementer' },
      'Not eligible: this person is the implementer of this change, and the policy does not let the implementer approve it.',
    ],
    [{ weight: 'expired', until: '2026-03-02T09:00:00.000Z' }, 'It counted until Mon 2 Mar 2026 09:00 UTC.'],
    [{ weight: 'not-asked' }, 'Not eligible: nobody is asked for a vote in this role.'],
    [
      { weight: 'not-human' },
      "Not eligible: the policy counts approvals by people only, and Jira does not say that this account is a person's.",
    ],
  ])('%j', (worth, text) => {
    expect(voteWorthText(worth, policy)).toBe(text);
  });
});

describe('what the ledger says of a change, in words', () => {
  const change = { id: '1', key: 'CHG-1' };
  const MOVE = {
    change,
    moveId: '7',
    movedAt: '2026-03-02T09:00:00.000Z',
    from: 'assessment',
    to: 'approved',
  } as const;
  const VERDICT = { at: MOVE.movedAt, evaluationDigest: '', policyHash: '', fingerprint: '' };
  const vote = {
    kind: 'vote-cast',
    change,
    gate: 'authorize',
    fingerprint: '',
    comment: 'Fine.',
    policyHash: '',
  } as const;

  it.each<[LedgerEvent, string, string]>([
    [
      { ...vote, decision: 'approve', roles: ['owner', 'board'] },
      'approved as Service Owner and Change Board at Authorize',
      'Fine.',
    ],
    [
      { ...vote, decision: 'approve', roles: ['owner'], grants: ['T-1'] },
      'approved as Service Owner, granted an exception from T-1 at Authorize',
      'Fine.',
    ],
    [{ ...vote, decision: 'decline', roles: [] }, 'declined at Authorize', 'Fine.'],
    [{ ...vote, decision: 'withdraw', roles: ['owner'] }, 'took the vote back at Authorize', 'Fine.'],
    [
      { kind: 'exception-asked', change, names: ['T-1', 'T-2'], reason: 'No staging.', policyHash: '' },
      'asked for an exception from T-1 and T-2',
      'No staging.',
    ],
    [
      { kind: 'gate-passed', ...MOVE, gate: 'authorize', verdict: { ...VERDICT, verdict: 'warn' } },
      'moved it from Assessment to Approved through Authorize, with a reason or an exception on record',
      '',
    ],
    [
      { kind: 'gate-passed', ...MOVE, gate: 'authorize', verdict: { ...VERDICT, verdict: 'allow' } },
      'moved it from Assessment to Approved through Authorize',
      '',
    ],
    [{ kind: 'gate-bypassed', ...MOVE, gate: null }, 'moved it from Assessment to Approved without a gate', ''],
    [{ kind: 'page-given-up', month: '2026-03', part: 0, pageId: '1' }, 'page given up', ''],
  ])('%#', (event, text, comment) => {
    expect([ledgerEventText(event, policy), ledgerEventComment(event)]).toEqual([text, comment]);
  });
});
