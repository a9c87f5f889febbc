import { describe, expect, it } from '@jest/globals';
import { known } from '../../../../src/domain/change/change-facts';
import type { Duty } from '../../../../src/domain/policy/duty';
import { whoMay } from '../../../../src/domain/policy/rules/who-may';
import { unread, type FactsOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

const UNREAD = unread('Jira did not answer');
const ROLES = ['owner', 'security'];

function ruleFor(duty: Duty) {
  return { ...AT_AUTHORIZE, id: 'who', kind: 'who-may', duty, roles: ROLES } as const;
}

function find(duty: Duty, facts: FactsOverrides) {
  return whoMay.evaluate(ruleFor(duty), ruleContext({ facts }));
}

function held(...roles: readonly string[]) {
  return known({ roles });
}

describe('whoever has a duty', () => {
  it('holds one of the roles, the first of them in the order of the rule', () => {
    const people = { ann: held('board', 'security', 'owner') };
    expect(find('tester', { fields: { tester: 'ann' }, people })).toEqual([
      { met: 'yes', reason: { code: 'role-held', duty: 'tester', by: 'ann', role: 'owner' } },
    ]);
  });

  it('is somebody else than may have it, where none is held', () => {
    expect(find('tester', { fields: { tester: 'ann' }, people: { ann: held('board') } })).toEqual([
      {
        met: 'no',
        reason: { code: 'role-not-held', duty: 'tester', by: 'ann', roles: ROLES },
        remedy: { do: 'name-holder', duty: 'tester', roles: ROLES },
      },
    ]);
  });

  it('is each of those who share the duty', () => {
    const people = { ann: held('owner'), ben: held() };
    const found = find('requester', { requesters: ['ann', 'ben'], people });
    expect(found.map(({ met }) => met)).toEqual(['yes', 'no']);
  });

  it('may be anybody while the roles are not known, so that this is not known', () => {
    const notLookedUp = { code: 'not-looked-up', detail: 'people' };
    const found = [{}, { people: {} }, { people: { ann: UNREAD } }].map(
      (facts) => find('tester', { fields: { tester: 'ann' }, ...facts })[0],
    );
    expect(found).toEqual(
      [notLookedUp, notLookedUp, UNREAD.cause].map((cause) => ({
        met: 'unknown',
        reason: { code: 'roles-unknown', by: 'ann', cause },
        remedy: { do: 'mend-lookup', cause },
      })),
    );
  });

  it('is not known where the field or the requesters could not be read', () => {
    const { cause } = UNREAD;
    const remedy = { do: 'mend-lookup', cause };
    expect(find('tester', { fields: { tester: UNREAD } })).toEqual([
      { met: 'unknown', reason: { code: 'duty-unknown', duty: 'tester', cause }, remedy },
    ]);
    expect(find('requester', { requesters: UNREAD })).toEqual([
      { met: 'unknown', reason: { code: 'requesters-unknown', cause }, remedy },
    ]);
  });
});

describe('a duty that nobody has', () => {
  it.each(['implementer', 'tester', 'verifier'] as const)('is given in its field: %s', (duty) => {
    expect(find(duty, { fields: { [duty]: null } })).toEqual([
      { met: 'no', reason: { code: 'duty-open', duty }, remedy: { do: 'fill-field', field: duty } },
    ]);
  });

  it('is given to a holder of one of the roles, where no field gives it', () => {
    const open = { met: 'no', reason: { code: 'duty-open', duty: 'requester' } };
    expect(find('requester', { requesters: [] })).toEqual([
      { ...open, remedy: { do: 'name-holder', duty: 'requester', roles: ROLES } },
    ]);
    expect(find('approver', {})).toMatchObject([{ remedy: { do: 'name-holder', duty: 'approver' } }]);
  });
});

describe('who may have a duty', () => {
  it('needs the roles of those who have it', () => {
    expect(whoMay.needs?.(ruleFor('closer'))).toEqual({ duties: ['closer'] });
  });
});
