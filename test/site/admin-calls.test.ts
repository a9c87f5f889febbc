import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { type adminApi } from '../../src/contracts/api/admin-api';
import { type deployApi } from '../../src/contracts/api/deploy-api';
import { type healthApi } from '../../src/contracts/api/health-api';
import { openSite } from './open-site';
import { storedValues } from './stored-values';

const GENERIC = { from: 'preset', presetId: 'GEN', answers: {} };
const HANDED = {
  settingsRevision: 2,
  role: 'cto',
  from: PEOPLE.carla.accountId,
  to: PEOPLE.mia.accountId,
  since: '2026-03-02T00:00:00.000Z',
};

type AdminFunction = keyof typeof adminApi | keyof typeof deployApi | keyof typeof healthApi;

/** A payload that each call takes; the compiler asks for one when a call is added. */
const PAYLOADS: Readonly<Record<AdminFunction, unknown>> = {
  getAdmin: {},
  checkCandidate: { candidate: GENERIC },
  previewSwitch: { candidate: GENERIC, cursor: null },
  policyText: { presetId: 'GEN' },
  putInForce: { candidate: GENERIC, hash: '0'.repeat(64) },
  saveRoles: {
    settingsRevision: 2,
    roles: { cto: { groups: ['grp-everyone'], people: [], projectRoles: [] } },
  },
  delegate: { ...HANDED, until: '2026-03-10T00:00:00.000Z' },
  endDelegation: HANDED,
  searchPeople: { text: '' },
  projectRoles: {},
  searchGroups: { text: '' },
  searchSpaces: { text: '' },
  chooseSpace: { settingsRevision: 2, spaceId: '1' },
  publishAgain: {},
  giveUpPage: { month: '2026-03', part: 0 },
  checkLedger: {},
  deployGates: {},
  makeDeploySecret: { revision: 0, projectKey: 'CHG' },
  revokeDeploySecret: { revision: 0, projectKey: 'CHG' },
  searchDeployProjects: { text: '' },
  health: {},
  sweepNow: {},
  putGuardsBack: { projectId: '10000' },
};

describe('a call of the admin page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it.each(Object.keys(PAYLOADS) as AdminFunction[])(
    'is refused when it is %s by somebody who does not administer Jira, and changes nothing',
    async (functionKey) => {
      for (const person of [PEOPLE.carla, PEOPLE.ada, PEOPLE.mia]) {
        const before = JSON.stringify([...storedValues(site)]);
        expect(await visit(site, person).call('change-admin', functionKey, PAYLOADS[functionKey])).toEqual({
          ok: false,
          error: {
            code: 'not-allowed',
            message: 'Only people with the permission Administer Jira may see or change this.',
          },
        });
        expect(JSON.stringify([...storedValues(site)])).toBe(before);
      }
    },
  );

  it('is answered when it is made by an administrator', async () => {
    expect(await visit(site, PEOPLE.jonas).call('change-admin', 'getAdmin', {})).toMatchObject({ ok: true });
  });
});
