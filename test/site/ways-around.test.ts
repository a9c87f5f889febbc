import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { healthApi } from '../../src/contracts/api/health-api';
import { adminCall } from './authorization-site';
import { ledgerOf } from './on-record';
import { COMPLETE_PLAN } from './open-site';
import { remember } from './rewind';
import { openSiteWithChange, sweepTwice } from './swept-site';
import { ask, moveAsApp, moveTo, removeValidators, startIn } from './way-around';

const { priya, jonas } = PEOPLE;
const types = z.array(z.looseObject({ id: z.string(), name: z.string() }));
const typed = z.object({ fields: z.object({ issuetype: z.object({ name: z.string() }) }) });
const OTHER_APP = '712020:script-runner';

describe('a way around the gates', () => {
  let site: Site;
  let project: string;
  let key: string;
  let rewind: () => void;

  beforeAll(async () => {
    ({ site, project, key } = await openSiteWithChange());
    site.directory.putPerson({
      ...priya,
      accountId: OTHER_APP,
      displayName: 'Scripts',
      accountType: 'app',
      emailAddress: 'scripts@apps.example',
    });
    rewind = remember(site);
  }, 60_000);
  afterAll(() => site.close());
  beforeEach(() => rewind());

  it('is found where a change is created in a later status', async () => {
    await startIn(site, project, 'Approved');
    const created = await visit(site, priya).createChange(COMPLETE_PLAN);
    expect(await sweepTwice(site)).toMatchObject([
      { kind: 'gates-skipped', how: 'created', stage: 'approved', change: { key: created } },
    ]);
  });

  it('is found where another app moved a change while its guard was off, though it is on again', async () => {
    await removeValidators(site, project, 'Authorize');
    await moveAsApp(site, OTHER_APP, key, 'Authorize');
    await adminCall(site, 'putGuardsBack', healthApi.putGuardsBack.response, { projectId: project });
    expect(await sweepTwice(site)).toMatchObject([
      { kind: 'gate-bypassed', gate: 'authorize', from: 'assessment', to: 'approved', change: { key } },
    ]);
    expect(ledgerOf(site).find(({ event }) => event.kind === 'gate-bypassed')).toMatchObject({ by: OTHER_APP });
  });

  it('is found where a change became something else, its status being made one of those that have not begun', async () => {
    const task = types.parse(await visit(site, priya).get('/rest/api/3/issuetype')).find(({ name }) => name === 'Task');
    await moveTo(site, key, 'CHG', task?.id ?? '');
    expect(await typeOf(key)).toBe('Change Request');
    const assessment = types
      .parse(await visit(site, jonas).get('/rest/api/3/status'))
      .find(({ name }) => name === 'Assessment');
    const begun = { id: assessment?.id, name: 'Assessment', description: '', statusCategory: 'TODO' };
    await ask(site, jonas, 'PUT', '/rest/api/3/statuses', { statuses: [begun] });
    await moveTo(site, key, 'CHG', task?.id ?? '');
    expect(await typeOf(key)).toBe('Task');
    expect(await sweepTwice(site)).toMatchObject([{ kind: 'change-left', how: 'retyped', change: { key } }]);
  });

  async function typeOf(issue: string): Promise<string> {
    const { fields } = typed.parse(await visit(site, priya).get(`/rest/api/3/issue/${issue}?fields=issuetype`));
    return fields.issuetype.name;
  }
});
