import { describe, expect, it } from '@jest/globals';
import {
  delegatedRole,
  delegationsTo,
  holdersIn,
  NO_SETTINGS,
  rolesHeld,
  summaryOf,
  type RoleDelegation,
  type Settings,
} from '../../src/domain/settings';

const NONE = { groups: [], people: [], projectRoles: [] };
const HANDED: RoleDelegation = {
  role: 'owner',
  from: 'anna',
  to: 'ben',
  since: '2026-03-01T00:00:00.000Z',
  until: '2026-03-15T00:00:00.000Z',
};
const settings: Settings = {
  revision: 3,
  roles: {
    security: { ...NONE, groups: ['g-sec'] },
    owner: { groups: ['g-own', 'g-sec'], people: ['anna'], projectRoles: ['10002'] },
    board: NONE,
  },
  delegations: [HANDED],
  spaceId: '42',
};

function person(accountId: string, groups: readonly string[] = [], projectRoles: readonly string[] = []) {
  return { accountId, groups, projectRoles };
}

describe('the roles that somebody holds', () => {
  it('are those mapped to the person, to any of the groups, or to a project role, in order of name', () => {
    expect(rolesHeld(settings, person('x', ['g-other', 'g-sec']))).toEqual(['owner', 'security']);
    expect(rolesHeld(settings, person('x', ['g-own']))).toEqual(['owner']);
    expect(rolesHeld(settings, person('anna'))).toEqual(['owner']);
    expect(rolesHeld(settings, person('x', [], ['10001', '10002']))).toEqual(['owner']);
  });

  it('are none for somebody who is mapped to nothing, and none while nothing is mapped', () => {
    expect(rolesHeld(settings, person('ben', ['g-other'], ['10001']))).toEqual([]);
    expect(rolesHeld(NO_SETTINGS, person('anna', ['g-own']))).toEqual([]);
  });
});

describe('the holders of a role', () => {
  it('are nobody where nothing was said of it, whatever it is called', () => {
    expect(holdersIn(settings, 'security').groups).toEqual(['g-sec']);
    expect([holdersIn(settings, 'janitor'), holdersIn(settings, 'constructor')]).toEqual([NONE, NONE]);
  });
});

describe('a delegation', () => {
  it.each([
    ['2026-02-28T23:59:59.999Z', []],
    ['2026-03-01T00:00:00.000Z', [HANDED]],
    ['2026-03-14T23:59:59.999Z', [HANDED]],
    ['2026-03-15T00:00:00.000Z', []],
  ])('holds from its beginning until its end: %s', (instant, expected) => {
    expect(delegationsTo(settings, 'ben', instant)).toEqual(expected);
  });

  it('is for the one person it was given to', () => {
    expect(delegationsTo(settings, 'anna', '2026-03-02T00:00:00.000Z')).toEqual([]);
  });

  it('becomes part of a vote with whose role it is and for how long', () => {
    const { role, since, until } = HANDED;
    expect(delegatedRole(HANDED)).toEqual({ role, of: 'anna', since, until });
  });
});

describe('the summary for the ledger', () => {
  it('is what decides, without the revision', () => {
    const { roles, delegations, spaceId } = settings;
    expect(summaryOf(settings)).toEqual({ roles, delegations, spaceId });
  });
});
