import { beforeEach, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../src/domain/canonical';
import { known } from '../../src/domain/change/change-facts';
import type { Stage } from '../../src/domain/change/lifecycle';
import { type Failure } from '../../src/domain/failure';
import { askDeployGate } from '../../src/usecases/ask-deploy-gate';
import { makeDeploySecret } from '../../src/usecases/deploy-gates';
import { changeFacts } from '../builders/change-facts';
import { deployRequestOf, type AskedOverrides } from '../builders/deploy-requests';
import { ADMIN, governedSite, ONE_APPROVAL, putChange, UNREACHABLE } from '../builders/governed-site';
import { historyThrough } from '../builders/histories';
import { withVotes } from '../builders/votes';
import type { Call } from '../fakes/fake-faults';
import type { Fakes } from '../fakes/create-fakes';

/** Within the planned time of `changeFacts`. */
const NOW = '2026-03-03T20:30:00.000Z';
const DIGEST = sha256Hex('CHG nonce-0123456789');

let fakes: Fakes;
let secret: string;

function approvedIn(stage: Stage, overrides: { id?: string; key?: string } = {}) {
  const { id = '10001', key = 'CHG-1' } = overrides;
  return withVotes(changeFacts({ stage, change: { id, key } }), ONE_APPROVAL, [{}]);
}

beforeEach(async () => {
  fakes = governedSite(approvedIn('implementing'));
  for (const key of ['CHG', 'OPS']) fakes.namedProjects.projects.set(key, { key, name: key });
  fakes.clock.set(NOW);
  secret = await makeDeploySecret(fakes, ADMIN, 0, 'CHG');
});

const ask = (overrides: Partial<AskedOverrides> = {}) =>
  askDeployGate(fakes, deployRequestOf({ at: NOW, secret, ...overrides }));

/** What was put on record about requests. */
const recorded = () => fakes.store.entries.map(({ event }) => event).filter(({ kind }) => kind === 'deploy-asked');

describe('the deploy gate', () => {
  it('allows what the policy allows, and has it on record', async () => {
    expect(await ask()).toBe('allowed');
    expect(fakes.store.entries.at(-1)).toMatchObject({
      actionId: `deploy-asked:${DIGEST}`,
      at: NOW,
      by: 'app',
      event: {
        kind: 'deploy-asked',
        key: 'CHG-1',
        change: { id: '10001', key: 'CHG-1' },
        environment: 'Production',
        code: 'allowed',
        nonceDigest: DIGEST,
      },
    });
  });

  it('has a refusal on record as well', async () => {
    putChange(fakes, approvedIn('draft'));
    expect(await ask()).toBe('not-approved');
    expect(recorded()).toMatchObject([{ code: 'not-approved', change: { id: '10001' } }]);
  });

  it('looks at an expedited change by the rules of Expedite', async () => {
    const rules = [{ ...ONE_APPROVAL.rules[0], gates: ['expedite'] }];
    fakes.store.policy = { ...fakes.store.policy, policy: { ...ONE_APPROVAL, rules } } as typeof fakes.store.policy;
    const bare = { ...approvedIn('implementing'), votes: known([]) };
    fakes.store.sheets.clear();
    putChange(fakes, bare, historyThrough(['draft', 'implementing']));
    expect(await ask()).toBe('not-approved');
    putChange(fakes, bare, historyThrough(['draft', 'assessment', 'approved', 'implementing']));
    expect(await ask({ nonce: 'nonce-of-another-one' })).toBe('allowed');
  });

  it('knows no change that Jira does not, that is no change request, or that is asked for by an old key', async () => {
    expect(await ask({ change: 'CHG-99' })).toBe('unknown-change');
    const task = { ...approvedIn('implementing', { id: '10002', key: 'CHG-2' }) };
    const history = historyThrough(['draft']);
    fakes.site.putChange({ reading: { isChangeRequest: false, facts: task }, history });
    expect(await ask({ change: 'CHG-2', nonce: 'nonce-of-another-one' })).toBe('unknown-change');
    expect(recorded()).toMatchObject([
      { key: 'CHG-99', change: null, code: 'unknown-change' },
      { key: 'CHG-2', change: null, code: 'unknown-change' },
    ]);
  });

  it('does not answer for a change that was moved to another project, although Jira knows the old key', async () => {
    const moved = approvedIn('implementing', { id: '10003', key: 'OPS-7' });
    const history = historyThrough(['draft', 'implementing']);
    fakes.site.changes.set('CHG-3', { reading: { isChangeRequest: true, facts: moved }, history });
    expect(await ask({ change: 'CHG-3' })).toBe('unknown-change');
  });

  it('cannot tell while no policy is in force', async () => {
    fakes.store.policy = undefined;
    expect(await ask()).toBe('cannot-tell');
    expect(recorded()).toMatchObject([{ code: 'cannot-tell', change: { key: 'CHG-1' } }]);
  });

  it.each<Call>(['changes.read', 'archive.policyInForce', 'archive.approvalSheet', 'changes.history'])(
    'cannot tell while this fails, and has that on record: %s',
    async (call) => {
      fakes.faults.fail(call, UNREACHABLE);
      expect(await ask()).toBe('cannot-tell');
      expect(recorded()).toMatchObject([{ code: 'cannot-tell' }]);
    },
  );

  it.each<Call>(['archive.deploySecrets', 'secretVault.find', 'deployNonces.claim', 'ledger.append'])(
    'cannot tell, and says no yes that is not on record, while this fails: %s',
    async (call) => {
      fakes.faults.fail(call, UNREACHABLE);
      expect(await ask()).toBe('cannot-tell');
      expect(recorded()).toEqual([]);
    },
  );

  it('cannot tell when it takes too long', async () => {
    fakes.deadline.reach();
    expect(await ask()).toBe('cannot-tell');
  });

  it('lets a defect travel on', async () => {
    fakes.faults.fail('changes.read', new TypeError('a defect') as unknown as Failure);
    await expect(ask()).rejects.toThrow('a defect');
  });
});

describe('a request that nobody signed', () => {
  it.each<[string, Partial<AskedOverrides>]>([
    ['with another secret', { secret: 'secret-of-somebody' }],
    ['five minutes and a second ago', { at: '2026-03-03T20:24:59.000Z' }],
    ['five minutes and a second ahead', { at: '2026-03-03T20:35:01.000Z' }],
    ['for a project without a secret', { change: 'OPS-1' }],
    ['for a change that does not exist, with another secret', { change: 'CHG-99', secret: 'secret-of-somebody' }],
  ])('is refused and leaves no trace: %s', async (_how, overrides) => {
    const before = fakes.store.entries.length;
    expect(await ask(overrides)).toBe('bad-signature');
    expect(fakes.store.entries).toHaveLength(before);
    expect(fakes.deployNonces.claimed.size).toBe(0);
    expect(fakes.faults.count('changes.read')).toBe(0);
  });

  it('is refused where one byte of its body was changed', async () => {
    const { asked, text } = deployRequestOf({ at: NOW, secret });
    const tampered = { ...text, body: text.body.replace('Production', 'Productiom') };
    expect(await askDeployGate(fakes, { asked: { ...asked, environment: 'Productiom' }, text: tampered })).toBe(
      'bad-signature',
    );
  });

  it('is refused where the secret of another project signed it', async () => {
    const other = await makeDeploySecret(fakes, ADMIN, 1, 'OPS');
    expect(await ask({ secret: other })).toBe('bad-signature');
    expect(await ask({ change: 'OPS-1', secret })).toBe('bad-signature');
    expect(await ask({ change: 'OPS-1', secret: other })).toBe('unknown-change');
  });
});

describe('a request that was made before', () => {
  it('is refused, and is on record once more however often it comes', async () => {
    expect(await ask()).toBe('allowed');
    for (let times = 0; times < 3; times += 1) expect(await ask()).toBe('replayed');
    expect(recorded()).toMatchObject([
      { code: 'allowed', change: { key: 'CHG-1' } },
      { code: 'replayed', change: null },
    ]);
  });

  it('is refused also with another body or a later timestamp under the same nonce', async () => {
    expect(await ask()).toBe('allowed');
    expect(await ask({ environment: 'Staging' })).toBe('replayed');
    expect(await ask({ at: '2026-03-03T20:31:00.000Z' })).toBe('replayed');
  });

  it('is refused when it comes twice at the same time', async () => {
    expect((await Promise.all([ask(), ask()])).sort()).toEqual(['allowed', 'replayed']);
  });

  it('is refused also after the storage has forgotten the nonce: the ledger has not', async () => {
    expect(await ask()).toBe('allowed');
    fakes.deployNonces.claimed.clear();
    expect(await ask()).toBe('replayed');
  });

  it('is not taken for another one of another project', async () => {
    const other = await makeDeploySecret(fakes, ADMIN, 1, 'OPS');
    expect(await ask()).toBe('allowed');
    expect(await ask({ change: 'OPS-1', secret: other })).toBe('unknown-change');
  });

  it('has used up its nonce also where nobody could tell', async () => {
    fakes.faults.failOnce('changes.read', UNREACHABLE);
    expect(await ask()).toBe('cannot-tell');
    expect(await ask()).toBe('replayed');
  });
});
