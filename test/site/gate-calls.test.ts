import { afterEach, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { govern } from '../../demo/govern';
import { PEOPLE } from '../../demo/people';
import { COMPLETION } from '../../demo/plan';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { checkedCandidate } from '../../src/contracts/api/admin-api';
import { resultOf } from '../../src/contracts/api/result';
import { genericPolicy } from '../../src/policies/generic';
import { approvedChange, COMPLETE_PLAN, must, openBareSite, openSite, submittedChange, TESTED } from './open-site';

const { priya, sam, carla, ivo, jonas } = PEOPLE;

const STORED = 'POST /api/v1/entity/get';
/** The change, the fields of the site, the policy in force and the votes. */
const ONE_ROUND = ['GET /rest/api/3/issue/…', STORED, STORED, STORED];
/** What the gates said of the change so far, and the same with this verdict: so that the move can be matched with it. */
const RECORDED = [STORED, 'POST /api/v1/transaction'];
const WHO_IT_IS = [STORED, 'GET /rest/api/3/user/groups'];
const ITS_HISTORY = ['GET /rest/api/3/issue/…', 'GET /rest/api/3/issue/…/changelog', STORED];

/** The generic policy without the rules that ask who somebody is: a policy of its own. */
const NOBODY_ASKED = {
  ...genericPolicy,
  id: 'MINE',
  rules: genericPolicy.rules.filter(({ kind }) => kind !== 'who-may' && kind !== 'authorship'),
  clauses: genericPolicy.clauses.map((clause) => ({
    ...clause,
    ...(clause.id === 'GEN-5a' && { service: 'evidenced', note: 'The record names everybody.' }),
  })),
};

async function putTextInForce(site: Site, policy: object): Promise<void> {
  const call = (functionKey: string, payload: unknown) => visit(site, jonas).call('change-admin', functionKey, payload);
  const candidate = { from: 'text', text: stringify(policy, { aliasDuplicateObjects: false }) };
  const checked = resultOf(checkedCandidate).parse(await call('checkCandidate', { candidate }));
  if (!checked.ok || !checked.value.readable) throw new Error(JSON.stringify(checked));
  const put = await call('putInForce', { candidate, hash: checked.value.policy.hash });
  expect(put).toMatchObject({ ok: true });
}

describe('what the gate asks the platform while somebody waits', () => {
  let site: Site;
  afterEach(() => site.close());

  /** The app's calls during one transition in their order, without the ids in them. */
  const during = async (move: () => Promise<void>): Promise<readonly string[]> => {
    site.log.clear();
    await move();
    return site.log
      .entries()
      .filter((call) => call.function === 'workflowGate')
      .map(({ method, path }) => `${method} ${path.replace(/\?.*/s, '').replace(/CHG-\d+|\d{5,}/g, '…')}`);
  };

  it('is six calls where no rule needs more than the fields and the votes', async () => {
    site = await openBareSite();
    await govern(site, 'GEN');
    await putTextInForce(site, NOBODY_ASKED);
    const key = await visit(site, priya).createChange(COMPLETE_PLAN);
    expect(await during(() => must(site, priya, key, 'Submit'))).toEqual([...ONE_ROUND, ...RECORDED]);
  });

  it('is six calls at Authorize under the generic policy', async () => {
    site = await openSite();
    const key = await submittedChange(site);
    await visit(site, sam).vote(key, 'approve');
    await visit(site, carla).vote(key, 'approve');
    expect(await during(() => must(site, priya, key, 'Authorize'))).toEqual([...ONE_ROUND, ...RECORDED]);
  });

  it('is the mapping of the roles and the groups of one person more where the policy asks who somebody is', async () => {
    site = await openSite();
    const draft = await visit(site, priya).createChange(COMPLETE_PLAN);
    expect(await during(() => must(site, priya, draft, 'Submit'))).toEqual([...ONE_ROUND, ...WHO_IT_IS, ...RECORDED]);
    const key = await approvedChange(site);
    expect(await during(() => must(site, ivo, key, 'Implement', TESTED))).toEqual([
      ...ONE_ROUND,
      ...WHO_IT_IS,
      ...RECORDED,
    ]);
    const implementer = { Implementer: ivo };
    expect(await during(() => must(site, ivo, key, 'Complete', implementer))).toEqual([
      ...ONE_ROUND,
      ...WHO_IT_IS,
      ...RECORDED,
    ]);
  });

  it('is who wrote the completion and when the implementation began as well, once the change is closed', async () => {
    site = await openSite();
    const key = await approvedChange(site);
    await must(site, ivo, key, 'Implement', TESTED);
    await must(site, ivo, key, 'Complete', { Implementer: ivo });
    await visit(site, ivo).edit(key, COMPLETION);
    const calls = await during(() => must(site, ivo, key, 'Close'));
    expect(calls.slice(0, ONE_ROUND.length)).toEqual(ONE_ROUND);
    expect([...calls].sort()).toEqual([...ONE_ROUND, ...ITS_HISTORY, ...ITS_HISTORY, ...WHO_IT_IS, ...RECORDED].sort());
  });
});
