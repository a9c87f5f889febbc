import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../../../src/domain/policy/policy';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import { assumedHolders } from '../../../../src/domain/policy/satisfiability/assumed-holders';
import { PRESETS } from '../../../../src/policies/presets';
import { approvalRule, policyWith } from '../../../builders/policies';

const PEOPLE = Array.from({ length: 12 }, (_, index) => `person-${String(index)}`);

/** Twelve people who share the roles: every role has two holders at least, most people have several. */
function sharedRoles(policy: Policy) {
  const share = (role: number) => PEOPLE.filter((_, person) => (person * 7 + role * 3) % 5 < 2);
  return Object.fromEntries(policy.roles.map(({ id }, role) => [id, share(role)]));
}

describe('the policies that come with the app', () => {
  it.each(PRESETS.map((policy) => [policy.id, policy] as const))(
    '%s has no dead end when people share its roles, whoever is away',
    (_id, policy) => {
      const { deadEnds, fragile, notToldApart } = findDeadEnds(policy, sharedRoles(policy));
      expect({ deadEnds, fragile, notToldApart }).toEqual({ deadEnds: [], fragile: [], notToldApart: [] });
    },
  );

  it('are looked at, with everybody away in turn, in far less than a third of a second each', () => {
    for (const policy of PRESETS) {
      const before = process.cpuUsage().user;
      findDeadEnds(policy, sharedRoles(policy));
      expect((process.cpuUsage().user - before) / 1000).toBeLessThan(300);
    }
  });
});

describe('assumed people', () => {
  it('are one for each role that the policy asks nothing more of, in that role only', () => {
    expect(assumedHolders(policyWith([approvalRule()]))).toEqual({
      owner: ['assumed:owner:1'],
      security: ['assumed:security:1'],
      board: ['assumed:board:1'],
    });
  });

  it('are as many as the largest number that a requirement asks for', () => {
    const three = { atLeast: 3, role: 'board' };
    const counts = (...requirements: Parameters<typeof approvalRule>[0][]) =>
      Object.values(assumedHolders(policyWith(requirements.map((rule) => approvalRule(rule))))).map(
        (people) => people.length,
      );
    expect(counts({ requirement: { atLeast: 2, role: 'board' } }, { requirement: three })).toEqual([1, 1, 3]);
    expect(counts({ requirement: { allOf: [three, { role: 'board' }, { role: 'owner' }] } })).toEqual([1, 1, 3]);
    expect(counts({ requirement: { percent: 100, role: 'board' } })).toEqual([1, 1, 1]);
    expect(counts({ requirement: { atLeast: 0, role: 'board' } })).toEqual([1, 1, 1]);
  });

  it('are enough for every place, where nobody may fill two', () => {
    const distinct = (requirement: Parameters<typeof approvalRule>[0] & object) =>
      assumedHolders(policyWith([approvalRule({ ...requirement, distinctPeople: true })]))['board']?.length;
    const two = { atLeast: 2, role: 'board' };
    expect(distinct({ requirement: { allOf: [two, { role: 'board' }, { role: 'owner' }] } })).toBe(3);
    expect(distinct({ requirement: { anyOf: [{ role: 'board' }, two] } })).toBe(2);
    expect(distinct({ requirement: { atLeast: 2, of: [{ role: 'board' }, two, { role: 'owner' }, two] } })).toBe(4);
  });

  it('show what one person alone cannot do', () => {
    const holders = assumedHolders(policyWith());
    const policy = policyWith([approvalRule({ requirement: { atLeast: 2, role: 'owner' } })]);
    expect(findDeadEnds(policy, holders).deadEnds.map(({ why }) => why)).toEqual(['not-enough']);
    expect(findDeadEnds(policy, assumedHolders(policy), { oneAway: false }).deadEnds).toEqual([]);
  });
});
