import { describe, expect, it } from '@jest/globals';
import { known } from '../../src/domain/change/change-facts';
import type { Rule } from '../../src/domain/policy/policy-rule';
import { gatherChange } from '../../src/usecases/gather-change';
import { changeFacts, REQUESTER } from '../builders/change-facts';
import { governedSite, heldBy, OWNER, putChange, UNREACHABLE } from '../builders/governed-site';
import { historyThrough } from '../builders/histories';
import { approvalRule, AT_AUTHORIZE, policyWith } from '../builders/policies';
import type { Fakes } from '../fakes/create-fakes';

const WHO_MAY: Rule = { ...AT_AUTHORIZE, id: 'who', kind: 'who-may', duty: 'requester', roles: ['owner'] };
const WRITTEN_BY_OWNER: Rule = {
  ...AT_AUTHORIZE,
  id: 'written',
  kind: 'authorship',
  fields: ['impactAnalysis'],
  by: { roles: ['owner'] },
};
const HALF_THE_BOARD = approvalRule({ requirement: { percent: 50, role: 'board' } });
const NO_OVERLAP: Rule = { ...AT_AUTHORIZE, id: 'overlap', kind: 'no-overlap' };

const FACTS = changeFacts({ stage: 'assessment', fields: { services: ['Shop'] } });

async function gather(fakes: Fakes) {
  const { governed } = await gatherChange(fakes, 'CHG-1', { gates: ['authorize'] });
  return governed?.facts;
}

describe('the facts that only some rules need', () => {
  it('are the roles of the people who have a duty', async () => {
    const fakes = governedSite(FACTS, policyWith([WHO_MAY]));
    fakes.site.groups.set('g-owner', { groupId: 'g-owner', name: 'The owners', members: [REQUESTER] });
    expect((await gather(fakes))?.people).toEqual({ [REQUESTER]: known({ roles: ['owner'] }) });
  });

  it('are held by groups, by people and by project roles alike', async () => {
    const fakes = governedSite(FACTS, policyWith([WHO_MAY]));
    fakes.site.projectRoles.set('10002', 'Approvers');
    fakes.site.projectActors.set('CHG/10002', { people: [REQUESTER], groups: [] });
    fakes.store.settings = {
      ...fakes.store.settings,
      roles: {
        owner: { ...heldBy(), projectRoles: ['10002'] },
        security: { ...heldBy(), people: [REQUESTER] },
        board: heldBy('g-board'),
      },
    };
    expect((await gather(fakes))?.people).toEqual({ [REQUESTER]: known({ roles: ['owner', 'security'] }) });
  });

  it('are who wrote a field last, and the roles of that person', async () => {
    const fakes = governedSite(FACTS, policyWith([WRITTEN_BY_OWNER]));
    const change = fakes.site.findChange('CHG-1');
    if (change !== undefined) fakes.site.putChange({ ...change, authors: { impactAnalysis: OWNER } });
    const facts = await gather(fakes);
    expect(facts?.authors).toEqual({ impactAnalysis: known(OWNER) });
    expect(facts?.people).toEqual({ [OWNER]: known({ roles: ['owner'] }) });
  });

  it('are how many people hold a role, each counted once', async () => {
    const fakes = governedSite(FACTS, policyWith([HALF_THE_BOARD]));
    fakes.site.groups.set('g-1', { groupId: 'g-1', name: 'One', members: ['a', 'b'] });
    fakes.site.groups.set('g-2', { groupId: 'g-2', name: 'Two', members: ['b', 'c'] });
    fakes.store.settings = {
      ...fakes.store.settings,
      roles: { board: { ...heldBy('g-1', 'g-2'), people: ['c', 'd'] } },
    };
    expect((await gather(fakes))?.roleSizes).toEqual({ board: known(4) });
  });

  it('are the other open changes on the same services at the same time', async () => {
    const fakes = governedSite(FACTS, policyWith([NO_OVERLAP]));
    const other = changeFacts({ change: { id: '2', key: 'CHG-2' }, stage: 'approved', fields: { services: ['shop'] } });
    putChange(fakes, other, historyThrough(['draft']));
    putChange(
      fakes,
      { ...other, change: { id: '3', key: 'CHG-3' }, stage: known('closed') },
      historyThrough(['draft']),
    );
    const planned = { from: '2026-03-03T20:00:00.000Z', until: '2026-03-03T21:00:00.000Z' };
    expect((await gather(fakes))?.plannedChanges).toEqual(known([{ key: 'CHG-2', services: ['shop'], planned }]));
  });

  it('are not looked up for a gate at which no rule needs them', async () => {
    const fakes = governedSite(FACTS, policyWith([WHO_MAY, WRITTEN_BY_OWNER, HALF_THE_BOARD, NO_OVERLAP]));
    await gatherChange(fakes, 'CHG-1', { gates: ['submit'] });
    expect(fakes.faults.calls.toSorted()).toEqual(['archive.approvalSheet', 'archive.policyInForce', 'changes.read']);
  });

  it.each([
    ['people.groupsOf', WHO_MAY, (facts: Facts) => facts?.people?.[REQUESTER]],
    ['archive.settings', WHO_MAY, (facts: Facts) => facts?.people?.[REQUESTER]],
    ['changes.authors', WRITTEN_BY_OWNER, (facts: Facts) => facts?.authors?.['impactAnalysis']],
    ['people.allMembersOf', HALF_THE_BOARD, (facts: Facts) => facts?.roleSizes?.['board']],
    ['changes.plannedOn', NO_OVERLAP, (facts: Facts) => facts?.plannedChanges],
  ] as const)('are not known, with the cause, when %s fails', async (call, rule, fact) => {
    const fakes = governedSite(FACTS, policyWith([rule]));
    fakes.faults.fail(call, UNREACHABLE);
    expect(fact(await gather(fakes))).toEqual({
      state: 'unknown',
      cause: { code: 'lookup-failed', detail: 'The service did not answer' },
    });
  });
});

type Facts = Awaited<ReturnType<typeof gather>>;
