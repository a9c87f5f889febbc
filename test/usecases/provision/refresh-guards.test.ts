import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import { saveRoles } from '../../../src/usecases/change-settings';
import { continueSetup } from '../../../src/usecases/provision/continue-setup';
import { editFieldMap } from '../../../src/usecases/provision/edit-field-map';
import { askForFreshGuards, refreshGuards } from '../../../src/usecases/provision/refresh-guards';
import { startSetup } from '../../../src/usecases/provision/start-setup';
import { putPolicyInForce } from '../../../src/usecases/put-policy-in-force';
import { CLEAN_POLICY, siteOfCleanPolicy } from '../../builders/clean-policy';
import { ADMIN, heldBy, UNREACHABLE } from '../../builders/governed-site';
import { inForce } from '../../builders/policies';
import { siteWithProjectSetUp } from '../../builders/set-up-project';
import { surveyOf } from '../../builders/surveys';
import type { Fakes } from '../../fakes/create-fakes';

const ID = '10000';
const APART: Rule = {
  id: 'apart',
  clauses: ['T-1'],
  gates: ['close'],
  strength: 'block',
  kind: 'separate-duties',
  pairs: [['closer', 'tester']],
};
const POLICY = { ...CLEAN_POLICY, rules: [...CLEAN_POLICY.rules, APART] };

describe('the guards of a governed project', () => {
  let fakes: Fakes;
  beforeEach(async () => {
    fakes = await siteWithProjectSetUp(ID);
  });

  const guardsAt = (transitionId: string) => {
    const [workflow] = fakes.administration.workflows.values();
    return workflow?.transitions.find(({ id }) => id === transitionId)?.guards;
  };

  it('follow the policy', async () => {
    expect(guardsAt('51')).toEqual([{ by: 'gate', gate: 'close', beside: {} }]);
    fakes.store.policy = inForce(POLICY);
    await refreshGuards(fakes, ID);
    const tester = fakes.store.setups.get(ID)?.parts['field:tester'] ?? '';
    expect(guardsAt('51')).toEqual([
      {
        by: 'expression',
        expression: `issue.${tester}?.accountId != user.accountId`,
        message: 'Whoever is the tester of this change may not close it (T-1). Ask somebody else to do it.',
      },
      { by: 'gate', gate: 'close', beside: { apart: expect.any(String) } },
    ]);
  });

  it('follow the field map', async () => {
    fakes.store.policy = inForce(POLICY);
    const { fields } = fakes.store.fieldMap;
    fakes.store.fieldMap = { ...fakes.store.fieldMap, fields: { ...fields, tester: { id: 'customfield_99' } } };
    await refreshGuards(fakes, ID);
    expect(guardsAt('51')).toMatchObject([{ expression: 'issue.customfield_99?.accountId != user.accountId' }, {}]);
  });

  it('are asked to follow when a policy is put in force, a role changes hands or a part of a change moves', async () => {
    await putPolicyInForce(fakes, ADMIN, POLICY);
    expect(fakes.setupQueue.refreshes).toEqual([ID]);
    await saveRoles(fakes, ADMIN, 1, { owner: heldBy() });
    expect(fakes.setupQueue.refreshes).toEqual([ID, ID]);
    await editFieldMap(fakes, ADMIN, fakes.store.governance.revision, {});
    expect(fakes.setupQueue.refreshes).toEqual([ID, ID, ID]);
  });

  it('are asked again when the first time failed', async () => {
    fakes.faults.failOnce('setupQueue.pushRefresh', UNREACHABLE);
    await expect(putPolicyInForce(fakes, ADMIN, POLICY)).rejects.toMatchObject({ code: 'unreachable' });
    expect(fakes.store.policy?.policy).toEqual(POLICY);
    await putPolicyInForce(fakes, ADMIN, POLICY);
    expect(fakes.setupQueue.refreshes).toEqual([ID]);
  });

  it('are brought up to date where the policy changed between the making of the workflow and the end of the set-up', async () => {
    fakes = siteOfCleanPolicy(inForce(CLEAN_POLICY));
    fakes.administration.site = surveyOf();
    await startSetup(fakes, ADMIN, ID);
    while (fakes.administration.workflows.size === 0) await continueSetup(fakes, ID);
    expect(fakes.store.setups.get(ID)?.state).toBe('running');
    fakes.store.policy = inForce(POLICY);
    while (fakes.store.setups.get(ID)?.state === 'running') await continueSetup(fakes, ID);
    expect(fakes.setupQueue.refreshes).toEqual([ID]);
  });

  it('are not asked for again by a set-up that put them there', () => {
    expect(fakes.setupQueue.refreshes).toEqual([]);
  });

  it('are let alone in a project that is not governed', async () => {
    fakes.store.governance = { ...fakes.store.governance, projects: [] };
    fakes.store.policy = inForce(POLICY);
    await refreshGuards(fakes, ID);
    await askForFreshGuards(fakes);
    expect(guardsAt('51')).toHaveLength(1);
    expect(fakes.setupQueue.refreshes).toEqual([]);
  });
});
