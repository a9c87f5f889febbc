import { beforeEach, describe, expect, it } from '@jest/globals';
import { workingSecrets } from '../../src/domain/deploy-gate/deploy-secrets';
import { Failure } from '../../src/domain/failure';
import { makeDeploySecret, revokeDeploySecret, viewDeployGates } from '../../src/usecases/deploy-gates';
import { ADMIN, UNREACHABLE } from '../builders/governed-site';
import { createFakes, type Fakes } from '../fakes/create-fakes';

const NOW = '2026-03-02T09:00:00.000Z';
const NEXT_MORNING = '2026-03-03T09:00:00.000Z';

let fakes: Fakes;
beforeEach(() => {
  fakes = createFakes({ now: NOW });
  fakes.namedProjects.projects.set('CHG', { key: 'CHG', name: 'Changes' });
  fakes.site.names.set(ADMIN, 'Jonas');
});

const working = () => workingSecrets(fakes.store.deploySecrets, 'CHG', fakes.clock.now());
const events = () => fakes.store.entries.map(({ event }) => event);
const code = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.code : 'defect'),
  );

describe('a secret of the deploy gate', () => {
  it('is made for a project, given out once and on record without what it is', async () => {
    expect(await makeDeploySecret(fakes, ADMIN, 0, 'CHG')).toBe('secret-1');
    expect(working()).toEqual(['id-1']);
    expect(fakes.store.entries).toMatchObject([
      {
        actionId: 'deploy-secret:id-1',
        by: ADMIN,
        event: { kind: 'deploy-secret-made', projectKey: 'CHG', secretId: 'id-1', replaced: null },
      },
    ]);
    expect(
      JSON.stringify([fakes.store.entries, fakes.store.deploySecrets, await viewDeployGates(fakes)]),
    ).not.toContain('secret-1');
  });

  it('is replaced by another one, and works for one more day', async () => {
    await makeDeploySecret(fakes, ADMIN, 0, 'CHG');
    expect(await makeDeploySecret(fakes, ADMIN, 1, 'CHG')).toBe('secret-2');
    expect(working()).toEqual(['id-2', 'id-1']);
    expect(events().at(-1)).toMatchObject({ secretId: 'id-2', replaced: { id: 'id-1', until: NEXT_MORNING } });
    fakes.clock.set(NEXT_MORNING);
    expect(working()).toEqual(['id-2']);
  });

  it('is forgotten when it is replaced for the second time', async () => {
    for (const revision of [0, 1, 2]) await makeDeploySecret(fakes, ADMIN, revision, 'CHG');
    expect(working()).toEqual(['id-3', 'id-2']);
    expect([...fakes.secretVault.secrets.keys()]).toEqual(['id-2', 'id-3']);
  });

  it('ends at once when it is revoked, together with the one that it replaced', async () => {
    await makeDeploySecret(fakes, ADMIN, 0, 'CHG');
    await makeDeploySecret(fakes, ADMIN, 1, 'CHG');
    await revokeDeploySecret(fakes, ADMIN, 2, 'CHG');
    expect(working()).toEqual([]);
    expect(fakes.secretVault.secrets.size).toBe(0);
    expect(events().at(-1)).toEqual({
      kind: 'deploy-secrets-revoked',
      projectKey: 'CHG',
      secretIds: ['id-2', 'id-1'],
    });
  });

  it('is not made for a project that Jira does not have', async () => {
    expect(await code(makeDeploySecret(fakes, ADMIN, 0, 'NONE'))).toBe('bad-request');
    expect([fakes.store.entries, fakes.secretVault.secrets.size]).toEqual([[], 0]);
  });

  it('is neither made nor revoked by somebody who has not seen the last change', async () => {
    await makeDeploySecret(fakes, ADMIN, 0, 'CHG');
    expect(await code(makeDeploySecret(fakes, ADMIN, 0, 'CHG'))).toBe('moved-on');
    expect(await code(revokeDeploySecret(fakes, ADMIN, 0, 'CHG'))).toBe('moved-on');
    expect(await code(revokeDeploySecret(fakes, ADMIN, 1, 'OPS'))).toBe('moved-on');
    expect(working()).toEqual(['id-1']);
  });

  it('is made once where two administrators make one at the same time', async () => {
    const both = [makeDeploySecret(fakes, ADMIN, 0, 'CHG'), makeDeploySecret(fakes, ADMIN, 0, 'CHG')];
    expect((await Promise.all(both.map(code))).sort()).toEqual(['done', 'moved-on']);
    expect(working()).toHaveLength(1);
  });

  it('opens nothing where it could not be put on record', async () => {
    fakes.faults.failOnce('ledger.append', UNREACHABLE);
    expect(await code(makeDeploySecret(fakes, ADMIN, 0, 'CHG'))).toBe('unreachable');
    expect(working()).toEqual([]);
  });

  it('is revoked also where it cannot be removed from the storage', async () => {
    await makeDeploySecret(fakes, ADMIN, 0, 'CHG');
    fakes.faults.fail('secretVault.forget', UNREACHABLE);
    await revokeDeploySecret(fakes, ADMIN, 1, 'CHG');
    expect(working()).toEqual([]);
  });
});

describe('the view of the deploy gates', () => {
  it('names the address and who made the secrets', async () => {
    await makeDeploySecret(fakes, ADMIN, 0, 'CHG');
    expect(await viewDeployGates(fakes)).toMatchObject({
      url: 'https://example.org/public/deploy-gate',
      names: { [ADMIN]: 'Jonas' },
      now: NOW,
    });
  });

  it('opens without the address and without names, so that a secret can be revoked all the same', async () => {
    await makeDeploySecret(fakes, ADMIN, 0, 'CHG');
    fakes.faults.fail('deployAddress.url', UNREACHABLE);
    fakes.faults.fail('people.namesOf', UNREACHABLE);
    expect(await viewDeployGates(fakes)).toMatchObject({ url: null, names: {}, secrets: { revision: 1 } });
  });
});
