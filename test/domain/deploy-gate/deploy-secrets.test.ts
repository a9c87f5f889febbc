import { describe, expect, it } from '@jest/globals';
import {
  NO_DEPLOY_SECRETS,
  secretsOf,
  withNewSecret,
  withoutSecrets,
  workingSecrets,
} from '../../../src/domain/deploy-gate/deploy-secrets';

const made = (id: string, since: string) => ({ id, since, by: 'account-admin' });

const first = withNewSecret(NO_DEPLOY_SECRETS, 'CHG', made('one', '2026-03-02T09:00:00.000Z'));
const second = withNewSecret(first, 'CHG', made('two', '2026-03-10T09:00:00.000Z'));
const third = withNewSecret(second, 'CHG', made('three', '2026-03-10T10:00:00.000Z'));

describe('the secrets of the deploy gate', () => {
  it('open the project that they were made for, and no other', () => {
    expect(workingSecrets(first, 'CHG', '2026-03-02T09:00:00.000Z')).toEqual(['one']);
    for (const other of ['OPS', 'CH', 'CHG1', 'constructor']) {
      expect(workingSecrets(first, other, '2026-03-02T09:00:00.000Z')).toEqual([]);
    }
  });

  it('work for 24 hours after they were replaced', () => {
    expect(workingSecrets(second, 'CHG', '2026-03-10T09:00:00.000Z')).toEqual(['two', 'one']);
    expect(workingSecrets(second, 'CHG', '2026-03-11T08:59:59.999Z')).toEqual(['two', 'one']);
    expect(workingSecrets(second, 'CHG', '2026-03-11T09:00:00.000Z')).toEqual(['two']);
  });

  it('are two at most: of three the oldest has ended', () => {
    expect(workingSecrets(third, 'CHG', '2026-03-10T10:00:00.000Z')).toEqual(['three', 'two']);
  });

  it('all end when they are revoked, and those of other projects stay', () => {
    const two = withNewSecret(second, 'OPS', made('ops', '2026-03-10T09:00:00.000Z'));
    const revoked = withoutSecrets(two, 'CHG');
    expect(workingSecrets(revoked, 'CHG', '2026-03-10T09:00:00.000Z')).toEqual([]);
    expect(secretsOf(revoked, 'OPS')).toEqual({
      current: made('ops', '2026-03-10T09:00:00.000Z'),
      previous: null,
    });
    expect(revoked.revision).toBe(two.revision + 1);
  });
});
