import { describe, expect, it } from '@jest/globals';
import { clauseText, notificationText } from '../../src/contracts/clause-text';
import { clockText } from '../../src/contracts/clock-text';
import type { PolicyClock } from '../../src/domain/obligation/policy-clock';
import type { Clause, Service } from '../../src/domain/policy/clause';
import { traceClauses } from '../../src/domain/policy/clause-trace';
import type { Notification } from '../../src/domain/policy/policy';
import { fieldsRule, policyWith } from '../builders/policies';

const clock = (overrides: Partial<PolicyClock> = {}): PolicyClock => ({
  id: 'documented',
  title: 'Document the emergency',
  clauses: ['T-2'],
  from: 'implementation-start',
  within: { hours: 24 },
  ...overrides,
});

const emergency = { field: 'changeType', in: ['Emergency'] } as const;

describe('a clock in words', () => {
  it.each<[string, PolicyClock]>([
    [
      'Reminds: Document the emergency, within 24 hours after the implementation began. Done when the change is closed.',
      clock(),
    ],
    [
      'Reminds: Document the emergency, within 2 business days after the implementation ended, when Change type is Emergency. Done when Verification and Outcome are filled in.',
      clock({
        from: 'implementation-end',
        within: { businessDays: 2 },
        when: emergency,
        doneWhenFilled: ['verification', 'outcome'],
      }),
    ],
    [
      'Reminds: Document the emergency, within 1 month after the change was created. Done when Outcome is filled in.',
      clock({ from: 'created', within: { months: 1 }, doneWhenFilled: ['outcome'] }),
    ],
    [
      'Reminds: Document the emergency, as soon as the review of the policy is due. Done when the policy was reviewed.',
      clock({ from: 'policy-review', within: { days: 0 } }),
    ],
  ])('%s', (text, of) => {
    expect(clockText(of, policyWith())).toBe(text);
  });
});

describe('a notification in words', () => {
  it.each<[string, Notification]>([
    ['Tells the Change Board when a change was implemented.', { clauses: [], on: 'implemented', tell: ['board'] }],
    [
      'Tells the Service Owner and the Change Board when a change was expedited, if the risk is High.',
      { clauses: [], on: 'expedited', tell: ['owner', 'board'], when: { risk: ['High'] } },
    ],
  ])('%s', (text, notification) => {
    expect(notificationText(notification, policyWith())).toBe(text);
  });
});

describe('what the app does about a clause', () => {
  const textsOf = (clause: Partial<Clause>, serving = policyWith([])) => {
    const [traced] = traceClauses({
      ...serving,
      clauses: [{ id: 'T-2', text: 'Care.', service: 'enforced', ...clause }],
    });
    return traced && clauseText(traced, serving);
  };

  it('is said for each rule, clock and notification that serves it, and then by its note', () => {
    const serving = policyWith([fieldsRule({ clauses: ['T-2'] }), fieldsRule({ id: 'other' })], {
      clocks: [clock()],
      records: {
        retentionMonths: null,
        legalHold: false,
        notifications: [{ clauses: ['T-2'], on: 'closed', tell: ['board'] }],
      },
    });
    expect(textsOf({ note: 'Two of three.' }, serving)).toEqual([
      'Blocks Authorize until Description is filled in.',
      'Reminds: Document the emergency, within 24 hours after the implementation began. Done when the change is closed.',
      'Tells the Change Board when a change was closed.',
      'Two of three.',
    ]);
  });

  it.each<[Service, string]>([
    ['enforced', 'Nothing in the policy enforces it yet.'],
    ['evidenced', 'Stops nothing; what is on record shows it.'],
    ['reminded', 'Stops nothing; somebody is reminded.'],
    ['outside', 'Outside software: people see to it.'],
    ['no-text', 'The document has no text here that could be enforced.'],
  ])('%s without anything that serves it: %s', (service, text) => {
    expect(textsOf({ service })).toEqual([text]);
  });
});
