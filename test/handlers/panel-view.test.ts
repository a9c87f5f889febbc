import { describe, expect, it } from '@jest/globals';
import { panelView, type GovernedPanel } from '../../src/contracts/api/panel-api';
import { STAGES } from '../../src/domain/change/lifecycle';
import { panelViewOf } from '../../src/handlers/resolvers/panel-view';
import { recordChange } from '../../src/usecases/record-change';
import { viewChange } from '../../src/usecases/view-change';
import { changeFacts, edited, REQUESTER, unread } from '../builders/change-facts';
import { CLOSED_FACTS, siteAfter } from '../builders/closed-site';
import { historyThrough } from '../builders/histories';
import { governedSite, ONE_APPROVAL, OWNER } from '../builders/governed-site';
import { minute, withVotes } from '../builders/votes';
import { approvalRule, fieldsRule, policyWith, separationRule } from '../builders/policies';
import type { Fakes } from '../fakes/create-fakes';

const facts = changeFacts({ stage: 'assessment' });

/** The panel that a person sees, and the people whose names were looked up for it. */
async function look(fakes: Fakes, viewer = OWNER): Promise<{ panel: GovernedPanel; asked: readonly string[] }> {
  const asked: string[] = [];
  const view = await panelViewOf(await viewChange(fakes, 'CHG-1', viewer), (ids) => {
    asked.push(...ids);
    return Promise.resolve(Object.fromEntries(ids.map((id) => [id, `Name of ${id}`])));
  });
  const panel = panelView.parse(view);
  expect(panel).toEqual(view);
  if (panel.state !== 'governed') throw new Error(`The panel is ${panel.state}.`);
  return { panel, asked };
}

describe('the panel of a governed change', () => {
  it('says in words where the change stands and what is missing', async () => {
    const { panel } = await look(governedSite(facts));
    expect(panel).toMatchObject({
      change: {
        key: 'CHG-1',
        summary: 'Move the shop to the new database',
        type: 'Normal',
        risk: 'Low',
        stage: 'assessment',
      },
      policy: { id: 'TEST', title: 'Policy of the test', version: '1' },
      gate: {
        gate: 'authorize',
        title: 'Authorize',
        verdict: 'block',
        headline: 'Waiting for 1 approval before this can be approved.',
      },
      waitingFor: [{ role: 'owner', roleTitle: 'Service Owner', people: [OWNER], mapped: true }],
      me: { accountId: OWNER, mayVote: true, whyNot: null, standing: null },
      record: null,
    });
    expect(panel.checklist).toEqual([
      {
        ruleId: 'approval',
        state: 'unmet',
        text: 'Not yet approved by the Service Owner.',
        // Whom to ask is said by name, in `waitingFor`.
        remedy: null,
        clauses: [{ id: 'T-1', text: 'Changes are made with care.' }],
      },
      { ruleId: 'change-type', state: 'met', text: 'The change type is Normal.', remedy: null, clauses: [] },
    ]);
  });

  it('shows the plan line by line: what the policy counts also where it is empty, what else there is only where it is not', async () => {
    const { panel } = await look(governedSite(edited(facts, { rollbackSteps: null, testPlan: null })));
    expect(panel.plan.map(({ label, kind }) => `${label}: ${kind}`)).toEqual([
      'Description: text',
      'Business justification: text',
      'Impact analysis: text',
      'Risk level: text',
      'Planned start: instant',
      'Planned end: instant',
      'Rollback steps: text',
      'Rollback owner: person',
      'Rollback trigger: text',
      'Test results: text',
    ]);
    expect(panel.plan.find(({ label }) => label === 'Rollback steps')?.value).toBeNull();
  });

  it('says what to do about what is missing, and nothing about what is done', async () => {
    const policy = policyWith([fieldsRule({ fields: ['testPlan', 'description'] })]);
    const { panel } = await look(governedSite(edited(facts, { testPlan: null }), policy));
    expect(panel.checklist.map(({ text, remedy }) => [text, remedy])).toEqual([
      ['Test plan is empty.', 'Fill in Test plan.'],
      ['The change type is Normal.', null],
      ['Description is filled in.', null],
    ]);
  });

  it('says of what could not be read that it could not, and why', async () => {
    const { panel } = await look(governedSite(edited(facts, { description: unread('Description', 'no-such-field') })));
    expect(panel.plan[0]?.value).toBe('(could not be read: Description)');
  });
});

describe('the path of a change', () => {
  it.each(STAGES)('of a change in %s has at most one current step, with what is done before it', async (stage) => {
    const { panel } = await look(governedSite(changeFacts({ stage })));
    const states = panel.path.map(({ state }) => state).join(' ');
    expect(states).toMatch(/^((done )*current( ahead)*|(ahead ?)+)$/);
    const steps = { rejected: undefined, cancelled: undefined, 'rolled-back': 'verification' };
    const expected = stage in steps ? steps[stage as keyof typeof steps] : stage;
    expect(panel.path.find(({ state }) => state === 'current')?.stage).toBe(expected);
  });

  it('of an emergency that was implemented first says which stages it was led past', async () => {
    const fakes = governedSite(changeFacts({ stage: 'verification' }));
    const change = fakes.site.findChange('CHG-1');
    const history = historyThrough(['draft', 'implementing', 'verification']);
    if (change !== undefined) fakes.site.putChange({ ...change, history });
    const { panel } = await look(fakes);
    expect(panel.path.map(({ state }) => state)).toEqual(['done', 'skipped', 'skipped', 'done', 'current', 'ahead']);
  });
});

describe('the votes in the panel', () => {
  it('say what weight they have and why they lost it', async () => {
    const policy = policyWith([approvalRule(), separationRule()]);
    const voted = withVotes(facts, policy, [
      { by: 'a', comment: 'Fine.' },
      { by: 'b', partDigests: { description: '0'.repeat(64) }, fingerprint: '0'.repeat(64) },
      { by: 'c' },
      { by: 'c', decision: 'withdraw' },
      { by: REQUESTER },
      { by: 'd', partDigests: {}, fingerprint: '0'.repeat(64) },
    ]);
    const { panel } = await look(governedSite(voted, policy));
    expect(panel.votes.map(({ by, weight, why }) => [by, weight, why])).toEqual([
      ['a', 'stands', null],
      ['b', 'void', 'Description was edited after this vote.'],
      ['c', 'superseded', 'The same person voted again later.'],
      ['c', 'withdrawn', 'Withdrawn.'],
      [
        REQUESTER,
        'barred',
        'Not eligible: this person is the requester of this change, and the policy does not let the requester approve it.',
      ],
      ['d', 'void', 'The policy has come to count other fields since.'],
    ]);
    expect(panel.votes[0]).toMatchObject({
      at: minute(0),
      decision: 'approve',
      gate: 'authorize',
      roles: ['Service Owner'],
      comment: 'Fine.',
    });
  });

  it.each<[GovernedPanel['me']['standing'], Parameters<typeof withVotes>[2]]>([
    [null, []],
    ['approve', [{}]],
    ['decline', [{}, { decision: 'decline' }]],
    [null, [{}, { decision: 'withdraw' }]],
    ['void', [{ fingerprint: '0'.repeat(64) }]],
    [null, [{ by: 'account-other' }]],
    [null, [{ gate: 'close' }]],
  ])('tell the viewer of their own: %j (%#)', async (standing, votes) => {
    const { panel } = await look(governedSite(withVotes(facts, ONE_APPROVAL, votes)));
    expect(panel.me.standing).toBe(standing);
  });

  it('tell the viewer why they may not vote, unless nobody is asked', async () => {
    const { panel } = await look(governedSite(facts), 'account-board');
    expect(panel.me).toMatchObject({
      mayVote: false,
      whyNot: 'This approval is for the Service Owner. You hold none of these roles.',
    });
    expect((await look(governedSite(changeFacts()))).panel.me).toMatchObject({ mayVote: false, whyNot: null });
  });
});

describe('the names in the panel', () => {
  it('are looked up for everybody it shows, each once', async () => {
    const voted = withVotes(facts, ONE_APPROVAL, [
      { by: 'a', decision: 'decline' },
      { by: 'a', decision: 'withdraw' },
    ]);
    const { panel, asked } = await look(governedSite(voted), 'account-board');
    expect([...asked].sort()).toEqual(['a', 'account-board', 'account-implementer', OWNER].sort());
    expect(panel.names[OWNER]).toBe(`Name of ${OWNER}`);
  });

  it('are not looked up for a person who could not be read', async () => {
    const { asked } = await look(governedSite(edited(facts, { rollbackOwner: unread('Rollback owner') })));
    expect(asked).toEqual([OWNER]);
  });
});

describe('the panel of a closed change', () => {
  it('has no gate ahead and shows its place in the record', async () => {
    const fakes = siteAfter();
    await recordChange(fakes, CLOSED_FACTS.change.id);
    const { panel } = await look(fakes);
    const [part] = fakes.store.months.get('2026-03')?.parts ?? [];
    expect([panel.gate, panel.checklist, panel.waitingFor]).toEqual([null, [], []]);
    expect(panel.record).toEqual({ seq: 1, hash: part?.rows[0]?.hash, pageId: part?.pageId, published: true });
  });
});

describe('the panel of what is not governed', () => {
  it.each(['not-a-change-request', 'no-policy'] as const)('says so: %s', async (state) => {
    const nobody = () => Promise.reject(new Error('Nobody is shown.'));
    expect(await panelViewOf(state, nobody)).toEqual({ state });
  });
});
