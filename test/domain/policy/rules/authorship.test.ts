import { describe, expect, it } from '@jest/globals';
import { known } from '../../../../src/domain/change/change-facts';
import { GATES, type Gate } from '../../../../src/domain/change/lifecycle';
import type { RuleOf } from '../../../../src/domain/policy/policy-rule';
import { authorship } from '../../../../src/domain/policy/rules/authorship';
import { changeFacts, unread, type FactsOverrides } from '../../../builders/change-facts';
import { approvalRule, AT_AUTHORIZE, policyWith } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';
import { by, withVotes } from '../../../builders/votes';

const UNREAD = unread('Jira did not answer');
const { cause } = UNREAD;
const APPROVER = { duty: 'approver' } as const;
const ROLES = { roles: ['owner', 'board'] };
const WRITTEN = { riskAssessment: 'Small.', rollbackSteps: null };

type Wanted = RuleOf<'authorship'>['by'];

function ruleBy(wanted: Wanted): RuleOf<'authorship'> {
  return {
    ...AT_AUTHORIZE,
    id: 'authors',
    kind: 'authorship',
    fields: ['riskAssessment', 'rollbackSteps'],
    by: wanted,
  };
}

interface Case extends FactsOverrides {
  readonly cast?: Parameters<typeof withVotes>[2];
  readonly gate?: Gate;
  readonly approvals?: Parameters<typeof policyWith>[0];
}

/** What is found of a risk assessment that Ann wrote. */
function find(
  wanted: Wanted,
  { cast = [], gate = 'authorize', approvals = [approvalRule()], ...overrides }: Case = {},
) {
  const policy = policyWith(approvals);
  const authors = { riskAssessment: known('ann') };
  const facts = withVotes(changeFacts({ fields: WRITTEN, authors, ...overrides }), policy, cast);
  return authorship.evaluate(ruleBy(wanted), ruleContext({ facts, policy, gate }));
}

const RIGHT = { met: 'yes', reason: { code: 'written-by', field: 'riskAssessment', by: 'ann' } };

function wrong(wanted: Wanted) {
  return {
    met: 'no',
    reason: { code: 'written-by-other', field: 'riskAssessment', by: 'ann', wanted },
    remedy: { do: 'have-written', field: 'riskAssessment', by: wanted },
  };
}

describe('a field that an approver has to write', () => {
  it('was written by one of those who approved', () => {
    expect(find(APPROVER, { cast: [by('ben', 'owner'), by('ann', 'owner')] })).toEqual([RIGHT]);
  });

  it('was written by somebody else', () => {
    expect(find(APPROVER, { cast: [by('ben', 'owner')] })).toEqual([wrong(APPROVER)]);
  });

  it('is waited for from the point on at which they approve, also while nobody has', () => {
    const waiting = GATES.filter((gate) => find(APPROVER, { gate }).length > 0);
    expect(waiting).toEqual(GATES.filter((gate) => gate !== 'submit'));
    expect(find(APPROVER, { gate: 'close' })).toEqual([wrong(APPROVER)]);
  });

  it.each<[Gate, readonly Gate[]]>([
    ['submit', []],
    ['authorize', ['submit']],
    ['expedite', ['submit', 'authorize']],
    ['implement', ['submit', 'authorize']],
    ['complete', ['submit', 'authorize', 'implement', 'expedite']],
    ['close', ['submit', 'authorize', 'implement', 'complete', 'expedite']],
  ])('is not waited for before the point, where that is %s', (point, before) => {
    const free = GATES.filter((gate) => find(APPROVER, { gate, approvals: [approvalRule({ point })] }).length === 0);
    expect(free).toEqual(before);
  });

  it('goes by the first of several points, and by those of rules that apply', () => {
    const close = approvalRule({ point: 'close' });
    const high = approvalRule({ when: { field: 'riskLevel', in: ['High'] } });
    expect(find(APPROVER, { approvals: [close, approvalRule()] })).toEqual([wrong(APPROVER)]);
    expect(find(APPROVER, { approvals: [close, high] })).toEqual([]);
    expect(find(APPROVER, { approvals: [close, high], fields: { ...WRITTEN, riskLevel: UNREAD } })).toEqual([
      wrong(APPROVER),
    ]);
  });

  it('is not waited for in a change that nobody has to approve', () => {
    expect(find(APPROVER, { approvals: [], gate: 'close' })).toEqual([]);
  });

  it('is not known while nobody knows who approved', () => {
    const fields = { ...WRITTEN, description: UNREAD };
    expect(find(APPROVER, { cast: [by('ann', 'owner')], fields })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'duty-unknown', duty: 'approver', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
  });
});

describe('a field that somebody else with a duty has to write', () => {
  const wanted = { duty: 'implementer' } as const;

  it('was written by that person, at whichever gate', () => {
    const fields = { ...WRITTEN, implementer: 'ann' };
    expect(find(wanted, { fields, gate: 'submit' })).toEqual([RIGHT]);
  });

  it('was written by another, also while nobody has the duty', () => {
    expect(find(wanted, { fields: { ...WRITTEN, implementer: 'ben' } })).toEqual([wrong(wanted)]);
    expect(find(wanted, { fields: { ...WRITTEN, implementer: null } })).toEqual([wrong(wanted)]);
  });
});

describe('a field that a holder of a role has to write', () => {
  it('was written by one, or not', () => {
    const holding = (...roles: readonly string[]) => find(ROLES, { people: { ann: known({ roles }) } });
    expect([holding('security', 'board'), holding('security'), holding()]).toEqual([
      [RIGHT],
      [wrong(ROLES)],
      [wrong(ROLES)],
    ]);
  });

  it('is not known while the roles of its author are not', () => {
    const notLookedUp = { code: 'not-looked-up', detail: 'people' };
    expect([find(ROLES), find(ROLES, { people: { ann: UNREAD } })]).toEqual(
      [notLookedUp, cause].map((why) => [
        {
          met: 'unknown',
          reason: { code: 'roles-unknown', by: 'ann', cause: why },
          remedy: { do: 'mend-lookup', cause: why },
        },
      ]),
    );
  });
});

describe('the author of a field', () => {
  function authorUnknown(why: object) {
    return {
      met: 'unknown',
      reason: { code: 'author-unknown', field: 'riskAssessment', cause: why },
      remedy: { do: 'mend-lookup', cause: why },
    };
  }

  it.each([
    [{}, { code: 'not-looked-up', detail: 'riskAssessment' }],
    [{ riskAssessment: UNREAD }, cause],
    [{ riskAssessment: known(null) }, { code: 'unreadable-value', detail: 'riskAssessment' }],
  ])('is not known: %j', (authors, why) => {
    expect(find(ROLES, { authors })).toEqual([authorUnknown(why)]);
  });

  it('is not known where nobody looked at all', () => {
    const facts = changeFacts({ fields: WRITTEN });
    expect(authorship.evaluate(ruleBy(ROLES), ruleContext({ facts }))).toEqual([
      authorUnknown({ code: 'not-looked-up', detail: 'riskAssessment' }),
    ]);
  });

  it('is asked for of each field that is filled, and not of one that is blank', () => {
    const fields = { riskAssessment: ' ', rollbackSteps: 'Back.' };
    const authors = { rollbackSteps: known('ann') };
    const people = { ann: known({ roles: ['board'] }) };
    expect(find(ROLES, { fields, authors, people })).toEqual([
      { met: 'yes', reason: { code: 'written-by', field: 'rollbackSteps', by: 'ann' } },
    ]);
  });

  it('is not asked for where the field could not be read, which is not known', () => {
    expect(find(ROLES, { fields: { riskAssessment: UNREAD, rollbackSteps: null } })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'field-unknown', field: 'riskAssessment', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
  });
});

describe('what a rule about authors needs', () => {
  it('is who wrote the fields, and their roles where it asks for roles', () => {
    const authors = ['riskAssessment', 'rollbackSteps'];
    expect(authorship.needs?.(ruleBy(APPROVER))).toEqual({ authors });
    expect(authorship.needs?.(ruleBy(ROLES))).toEqual({ authors, authorRoles: true });
  });
});
