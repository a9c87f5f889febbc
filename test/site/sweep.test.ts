import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { healthView, type healthApi } from '../../src/contracts/api/health-api';
import { adminCall } from './authorization-site';
import { checkedLedger } from './checked-ledger';
import { findingsOf, ledgerOf } from './on-record';
import { COMPLETE_PLAN, must, refusal } from './open-site';
import { remember } from './rewind';
import { projectId, provision } from './setup-site';
import { openSiteWithChange, sweep, sweepTwice } from './swept-site';
import {
  ask,
  changeWorkflow,
  conditionsOf,
  moveTo,
  removePersonGuards,
  removeRules,
  removeValidators,
  setConditions,
  swapWorkflow,
  validatorsOf,
} from './way-around';

const { priya, sam, carla, jonas } = PEOPLE;

const recorded = (site: Site, kind: string) =>
  ledgerOf(site).flatMap(({ event }) => (event.kind === kind ? [event] : []));
const healthCall = (site: Site, name: keyof typeof healthApi, payload: object) =>
  adminCall(site, name, healthView, payload);

const rulesIn = (conditions: unknown) =>
  z.object({ conditions: z.array(z.looseObject({ id: z.unknown() })) }).parse(conditions).conditions;

describe('the sweep on a site with a project under change control', () => {
  let site: Site;
  let project: string;
  let key: string;
  let rewind: () => void;

  beforeAll(async () => {
    ({ site, project, key } = await openSiteWithChange());
    rewind = remember(site);
  }, 60_000);
  afterAll(() => site.close());
  beforeEach(() => rewind());

  it('finds nothing where everything kept to the way, and matches each move with its verdict', async () => {
    await visit(site, sam).vote(key, 'approve');
    await visit(site, carla).vote(key, 'approve');
    await must(site, PEOPLE.ivo, key, 'Authorize');
    await must(site, priya, key, 'Cancel');
    await site.deliver();
    expect(await sweepTwice(site)).toEqual([]);
    expect(recorded(site, 'gate-passed')).toMatchObject([
      { gate: 'submit', from: 'draft', to: 'assessment', verdict: { verdict: 'allow' } },
      { gate: 'authorize', from: 'assessment', to: 'approved' },
    ]);
    expect(await checkedLedger(site)).toMatchObject({ intact: true });
  });

  it('finds a guard that was taken off its transition, and what was moved without it', async () => {
    await removeValidators(site, project, 'Authorize');
    await must(site, PEOPLE.ivo, key, 'Authorize');
    expect(await sweepTwice(site)).toMatchObject([
      { kind: 'gate-bypassed', change: { key }, gate: 'authorize', from: 'assessment', to: 'approved' },
      { kind: 'guard-missing', projectKey: 'CHG', why: 'removed', gate: 'authorize' },
    ]);
  });

  it('lets an administrator put such a guard back, as often as it is taken off, and puts that on record', async () => {
    const before = await validatorsOf(site, project, 'Authorize');
    for (const time of [1, 2]) {
      await removeValidators(site, project, 'Authorize');
      await sweep(site);
      const [found] = (await healthCall(site, 'health', {})).findings;
      expect(found).toMatchObject({ lasts: true, mendable: { projectId: project, projectKey: 'CHG' } });
      const [mended] = (await healthCall(site, 'putGuardsBack', { projectId: project })).findings;
      expect(mended).toMatchObject({ seq: found?.seq, lasts: false, remedy: '', mendable: null });
      expect(await validatorsOf(site, project, 'Authorize')).toEqual(before);
      expect(await refusal(site, PEOPLE.ivo, key, 'Authorize')).toContainEqual(expect.stringContaining('approved'));
      const back = recorded(site, 'guards-put-back');
      expect(back).toHaveLength(time);
      expect(back.at(-1)).toMatchObject({ projectKey: 'CHG', transitions: [{ gate: 'authorize' }] });
    }
    await healthCall(site, 'putGuardsBack', { projectId: project });
    expect(recorded(site, 'guards-put-back')).toHaveLength(2);
    expect(await sweepTwice(site)).toHaveLength(2);
    expect(await checkedLedger(site)).toMatchObject({ intact: true });
  });

  it('finds that Jira no longer checks who makes a transition, though the gate is there, and has it put back', async () => {
    await removePersonGuards(site, project);
    const found = await sweepTwice(site);
    expect(found).toMatchObject([{ kind: 'guard-missing', why: 'anybody', projectKey: 'CHG', gate: 'complete' }]);
    await healthCall(site, 'putGuardsBack', { projectId: project });
    expect((await healthCall(site, 'health', {})).findings).toMatchObject([{ lasts: false }]);
    expect(await sweepTwice(site)).toEqual(found);
  });

  it('finds that a rule is gone with which Jira holds on without the app, and has it put back', async () => {
    const rulesOfAuthorize = async () => [
      (await validatorsOf(site, project, 'Authorize')).map((rule) => JSON.stringify(rule)).toSorted(),
      rulesIn(await conditionsOf(site, project, 'Authorize')).map(({ id: _, ...rule }) => rule),
    ];
    const before = await rulesOfAuthorize();
    const parts = { why: 'native', projectKey: 'CHG', gate: 'authorize' };
    const putBack = async () => {
      await healthCall(site, 'putGuardsBack', { projectId: project });
      expect((await healthCall(site, 'health', {})).findings[0]).toMatchObject({ lasts: false });
    };
    await removeRules(site, project, 'fieldRequired');
    expect(await sweepTwice(site)).toMatchObject([parts]);
    await putBack();
    await setConditions(site, project, 'Authorize');
    expect(await sweepTwice(site)).toMatchObject([parts, parts]);
    await putBack();
    expect(await rulesOfAuthorize()).toEqual(before);
    expect(await sweepTwice(site)).toHaveLength(2);
  });

  it('finds that whoever submitted a change may authorise it if something else is so, and asks for both again', async () => {
    const before = await conditionsOf(site, project, 'Authorize');
    const other = { ruleKey: 'system:restrict-issue-transition', parameters: { permissionKeys: 'TRANSITION_ISSUES' } };
    const any = { operation: 'ANY', conditions: [...rulesIn(before), other], conditionGroups: [] };
    await setConditions(site, project, 'Authorize', any);
    expect(await sweepTwice(site)).toMatchObject([{ why: 'native', gate: 'authorize' }]);
    await healthCall(site, 'putGuardsBack', { projectId: project });
    expect(await conditionsOf(site, project, 'Authorize')).toMatchObject({
      operation: 'ALL',
      conditions: [{ ruleKey: 'system:separation-of-duties' }],
      conditionGroups: [{ operation: 'ANY', conditions: [{}, { ruleKey: other.ruleKey }] }],
    });
    expect(await sweepTwice(site)).toHaveLength(1);
  });

  it('does not put guards into a workflow that is not its own, and says what to do', async () => {
    await swapWorkflow(site, project);
    await sweep(site);
    expect((await healthCall(site, 'health', {})).findings[0]).toMatchObject({ lasts: true, mendable: null });
    await expect(healthCall(site, 'putGuardsBack', { projectId: project })).rejects.toThrow('set the project up again');
    await expect(healthCall(site, 'putGuardsBack', { projectId: '999' })).rejects.toThrow('not under change control');
    expect(await provision(site, project)).toMatchObject({ state: 'finished' });
    await sweep(site);
    expect((await healthCall(site, 'health', {})).findings[0]).toMatchObject({ lasts: false });
    expect(await refusal(site, PEOPLE.ivo, key, 'Authorize')).toContainEqual(expect.stringContaining('approved'));
  });

  it('finds a workflow that was swapped in the scheme, and the status that somebody set then', async () => {
    await swapWorkflow(site, project);
    expect(await sweepTwice(site)).toMatchObject([{ kind: 'guard-missing', why: 'other-workflow' }]);
    await must(site, PEOPLE.ivo, key, 'Authorize');
    expect((await sweepTwice(site)).slice(1)).toMatchObject([{ kind: 'gate-bypassed', gate: 'authorize' }]);
  });

  it('finds changes that were imported in a later status, and none that were imported as drafts', async () => {
    const row = (status: string) => ({
      project: 'CHG',
      issueType: 'Change Request',
      status,
      fields: { summary: status },
    });
    site.jira.importIssues([row('Draft'), row('Closed'), row('Implementing')], jonas.accountId);
    expect(await sweepTwice(site)).toMatchObject([
      { kind: 'gates-skipped', how: 'created', stage: 'closed' },
      { kind: 'gates-skipped', how: 'created', stage: 'implementing' },
    ]);
  });

  it.each(['that was dropped', 'above 200 kB'])('notes an event %s, and puts the move on record', async (how) => {
    const other = await visit(site, priya).createChange(COMPLETE_PLAN);
    if (how === 'above 200 kB') {
      // Three bytes each: as long as Jira lets a text be, and together too long for an event.
      const long = '€'.repeat(32_000);
      await visit(site, priya).edit(other, { Description: long, 'Impact analysis': long, 'Test plan': long });
    }
    await site.deliver();
    if (how === 'that was dropped') site.faults.inject({ seed: 1, rates: { drop: 1 } });
    await must(site, priya, other, 'Submit');
    site.faults.clear();
    await site.deliver();
    expect(recorded(site, 'gate-passed')).toHaveLength(1);
    expect(await sweepTwice(site)).toMatchObject([{ kind: 'event-missed', change: { key: other } }]);
    expect(recorded(site, 'gate-passed')).toHaveLength(2);
  });

  it.each(['with its event', 'without its event'])('finds a change that was deleted, %s', async (how) => {
    if (how === 'without its event') site.faults.inject({ seed: 1, rates: { drop: 1 } });
    await ask(site, jonas, 'DELETE', `/rest/api/3/issue/${key}`);
    site.faults.clear();
    await site.deliver();
    expect(findingsOf(site)).toHaveLength(how === 'with its event' ? 1 : 0);
    expect(await sweepTwice(site)).toMatchObject([{ kind: 'change-left', how: 'deleted', change: { key } }]);
  });

  it('does not call a change deleted while Jira does not answer, or hides it', async () => {
    site.faults.inject({ seed: 1, rates: { drop: 1 } });
    await ask(site, jonas, 'DELETE', `/rest/api/3/issue/${key}`);
    site.faults.clear();
    site.faults.failCall({ match: { function: 'watchman', path: '?fields=id' }, status: 503, times: 20 });
    await sweep(site);
    expect(findingsOf(site)).toEqual([]);
    site.faults.clear();
    site.faults.failCall({ match: { function: 'watchman', path: '?fields=id' }, status: 403 });
    await sweep(site);
    expect(findingsOf(site)).toMatchObject([{ kind: 'change-left', how: 'hidden' }]);
  });

  it('finds a change that was moved to another project, and tells the approvers on it', async () => {
    const { type } = await changeWorkflow(site, project);
    const { id } = z.looseObject({ id: z.string() }).parse(await visit(site, priya).get(`/rest/api/3/issue/${key}`));
    await provision(site, await projectId(site, 'OPS'));
    await moveTo(site, key, 'OPS', type);
    expect(await sweepTwice(site)).toMatchObject([{ kind: 'change-left', how: 'moved', change: { id } }]);
    const comments = JSON.stringify(await visit(site, priya).get(`/rest/api/3/issue/${id}/comment`));
    expect(comments.match(/was moved to another project while it was under way/g)).toHaveLength(1);
    expect(comments).toContain(carla.accountId);
  });

  it('tells whom the policy names of an emergency as soon as it is expedited, once', async () => {
    const emergency = { Summary: 'Broker is down', 'Change type': 'Emergency', 'Emergency reason': 'Restore service' };
    const broken = await visit(site, PEOPLE.ivo).createChange(emergency);
    await must(site, PEOPLE.ivo, broken, 'Expedite');
    await site.deliver();
    await sweep(site);
    const comments = JSON.stringify(await visit(site, priya).get(`/rest/api/3/issue/${broken}/comment`));
    expect(comments.match(/is an emergency/g)).toHaveLength(1);
    expect(comments).toContain(carla.accountId);
  });
});
