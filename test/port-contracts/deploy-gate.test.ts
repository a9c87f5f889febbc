import { beforeEach, describe, expect, it } from '@jest/globals';
import { NO_DEPLOY_SECRETS, withNewSecret } from '../../src/domain/deploy-gate/deploy-secrets';
import { draftOf } from '../builders/entries';
import { BOTH_WORLDS } from './both-worlds';
import { failureCode } from './failure-code';
import type { World } from './world';

const ONE = withNewSecret(NO_DEPLOY_SECRETS, 'CHG', { id: 'one', since: '2026-03-02T09:00:00.000Z', by: 'jonas' });
const TWO = withNewSecret(ONE, 'CHG', { id: 'two', since: '2026-03-03T09:00:00.000Z', by: 'jonas' });

describe.each(BOTH_WORLDS)('what the deploy gate needs, $name', ({ make }) => {
  let world: World;
  beforeEach(async () => {
    world = await make();
  });

  it('is a secret that is another one each time, and found by its id until it is forgotten', async () => {
    const { secretVault } = world.ports;
    const [one, two] = [await secretVault.make(), await secretVault.make()];
    expect(one.secret).not.toBe(two.secret);
    expect(await secretVault.find(one.id)).toBe(one.secret);
    await secretVault.forget(one.id);
    expect(await secretVault.find(one.id)).toBeUndefined();
    expect(await secretVault.find(two.id)).toBe(two.secret);
  });

  it('is a nonce that can be claimed once, by one of two who come at the same time', async () => {
    const { deployNonces } = world.ports;
    const claims = await Promise.all([deployNonces.claim('a'.repeat(64)), deployNonces.claim('a'.repeat(64))]);
    expect(claims.sort()).toEqual([false, true]);
    expect(await deployNonces.claim('a'.repeat(64))).toBe(false);
    expect(await deployNonces.claim('b'.repeat(64))).toBe(true);
  });

  it('is a register of secrets that is written with the ledger and never over a newer one', async () => {
    const { archive, ledger } = world.ports;
    expect(await archive.deploySecrets()).toEqual(NO_DEPLOY_SECRETS);
    await ledger.append(draftOf(1), () => [{ kind: 'deploy-secrets', secrets: ONE }]);
    await ledger.append(draftOf(2), () => [{ kind: 'deploy-secrets', secrets: TWO }]);
    expect(await archive.deploySecrets()).toEqual(TWO);
    const late = ledger.append(draftOf(3), () => [{ kind: 'deploy-secrets', secrets: TWO }]);
    expect(await failureCode(late)).toBe('conflict');
  });

  it('is an address that stays the same', async () => {
    const { deployAddress } = world.ports;
    const url = await deployAddress.url();
    expect(new URL(url).pathname).toMatch(/^\/public\/[A-Za-z0-9-]+$/);
    expect(await deployAddress.url()).toBe(url);
  });

  it('is the projects of this Jira, found by a part of their name or their whole key', async () => {
    const { namedProjects } = world.ports;
    const changes = { key: 'CHG', name: 'Changes' };
    expect(await namedProjects.search('chang')).toEqual([changes]);
    expect(await namedProjects.search('no such project')).toEqual([]);
    expect(await namedProjects.find('CHG')).toEqual(changes);
    expect(await namedProjects.find('chg')).toBeUndefined();
    expect(await namedProjects.find('NONE')).toBeUndefined();
  });
});
