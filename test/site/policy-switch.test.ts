import { afterEach, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { govern } from '../../demo/govern';
import { PEOPLE } from '../../demo/people';
import { ANSWERS } from '../../demo/policy-answers';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { adminView, checkedCandidate } from '../../src/contracts/api/admin-api';
import { switchView } from '../../src/contracts/api/candidate';
import { resultOf } from '../../src/contracts/api/result';
import { PRESETS } from '../../src/policies/presets';
import { checkedLedger } from './checked-ledger';
import { openBareSite, openSite, refusal, submittedChange } from './open-site';
import { storedValues } from './stored-values';

const { jonas, priya, sam } = PEOPLE;

function call(site: Site, functionKey: string, payload: unknown): Promise<unknown> {
  return visit(site, jonas).call('change-admin', functionKey, payload);
}

async function check(site: Site, candidate: unknown): Promise<z.infer<typeof checkedCandidate>> {
  const result = resultOf(checkedCandidate).parse(await call(site, 'checkCandidate', { candidate }));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function inForce(site: Site): Promise<string | undefined> {
  const result = resultOf(adminView).parse(await call(site, 'getAdmin', {}));
  return result.ok ? result.value.policy?.id : undefined;
}

function preset(presetId: string) {
  return { from: 'preset', presetId, answers: ANSWERS[presetId] ?? {} };
}

/** A preset as a text of somebody's own, with something changed in it. */
function textOf(presetId: string, changes: object) {
  const policy = PRESETS.find(({ id }) => id === presetId);
  return { from: 'text', text: stringify({ ...policy, ...changes }, { aliasDuplicateObjects: false }) };
}

describe('a policy', () => {
  let site: Site;
  afterEach(() => site.close());

  it.each(PRESETS.map(({ id }) => id))('%s is put in force, and an empty change meets its gate', async (id) => {
    site = await openBareSite();
    await govern(site, id);
    expect(await inForce(site)).toBe(id);
    const key = await visit(site, priya).createChange({ Summary: 'Nothing yet', 'Change type': 'Normal' });
    const panel = await visit(site, priya).panel(key);
    const [message] = await refusal(site, priya, key, 'Submit');
    if (panel.state !== 'governed') throw new Error('The change is not governed.');
    expect(panel.policy.id).toBe(id);
    const missing = panel.checklist.filter(({ state }) => state === 'unmet');
    expect(missing.length).toBeGreaterThan(0);
    expect(message).toContain(missing[0]?.clauses[0]?.id ?? '(none)');
  });

  it('with open questions is not put in force, and says which they are', async () => {
    site = await openBareSite();
    const candidate = { ...preset('NOIM'), answers: { ...ANSWERS['NOIM'], 'emergency-rollback-plan': '' } };
    const checked = await check(site, candidate);
    if (!checked.readable) throw new Error('The policy cannot be read.');
    expect(checked.check.mayBeActivated).toBe(false);
    const errors = checked.check.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ clauses }) => clauses)).toContainEqual(['NOIM-4a', 'NOIM-5a']);
    expect(await call(site, 'putInForce', { candidate, hash: checked.policy.hash })).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect(await inForce(site)).toBeUndefined();
  });

  it('with a dead end is not put in force: the CTO proposes what only the CTO may authorise', async () => {
    site = await openBareSite();
    await govern(site, 'POL005');
    const pol005 = PRESETS.find(({ id }) => id === 'POL005');
    const separated = textOf('POL005', {
      id: 'MINE',
      rules: [
        ...(pol005?.rules ?? []),
        {
          id: 'not-oneself',
          kind: 'separate-duties',
          clauses: [],
          gates: ['authorize'],
          strength: 'block',
          pairs: [['requester', 'approver']],
        },
      ],
    });
    // One CTO, and nobody for days of absence.
    const settings = resultOf(adminView).parse(await call(site, 'getAdmin', {}));
    const settingsRevision = settings.ok ? settings.value.settingsRevision : 0;
    const cto = { groups: [], people: [PEOPLE.carla.accountId], projectRoles: [] };
    await call(site, 'saveRoles', { settingsRevision, roles: { cto } });
    const checked = await check(site, separated);
    if (!checked.readable) throw new Error('The policy cannot be read.');
    expect(checked.check.mayBeActivated).toBe(false);
    expect(checked.check.deadEnds.map(({ text }) => text).join('\n')).toMatch(/Carla Ortiz.*Authorize/);
    await call(site, 'putInForce', { candidate: separated, hash: checked.policy.hash });
    expect(await inForce(site)).toBe('POL005');
  });

  it.each([
    ['an unknown role', textOf('GEN', { roles: [] }), /There is no role/],
    ['a clause that does not exist', textOf('GEN', { clauses: [] }), /There is no clause/],
    ['the wrong type', textOf('GEN', { rules: 'none' }), /rules/],
    ['more than 256 KB', { from: 'text', text: `# ${'x'.repeat(290_000)}` }, /larger than 256 KB/],
    ['a bomb', { from: 'text', text: bomb() }, /more than 100000 values/],
  ])(
    'with %s is refused with the place and the reason, and the policy in force stays',
    async (_what, candidate, why) => {
      site = await openSite();
      const checked = await check(site, candidate);
      if (checked.readable) throw new Error('The policy can be read.');
      expect(checked.problems[0]?.text).toMatch(/^line \d+, column \d+/);
      expect(checked.problems.map(({ text }) => text).join('\n')).toMatch(why);
      expect(await call(site, 'putInForce', { candidate, hash: '0'.repeat(64) })).toMatchObject({ ok: false });
      expect(await inForce(site)).toBe('GEN');
    },
  );

  it('that was not the one that was checked is not put in force', async () => {
    site = await openSite();
    expect(await call(site, 'putInForce', { candidate: preset('MESTA'), hash: '0'.repeat(64) })).toMatchObject({
      ok: false,
      error: { code: 'moved-on' },
    });
    expect(await inForce(site)).toBe('GEN');
  });

  it('that takes the place of another is previewed on the open changes, recorded, and decides from then on', async () => {
    site = await openSite();
    const key = await submittedChange(site);
    await visit(site, sam).vote(key, 'approve');
    const candidate = preset('MESTA');
    const preview = resultOf(switchView).parse(await call(site, 'previewSwitch', { candidate, cursor: null }));
    if (!preview.ok) throw new Error(preview.error.message);
    expect(preview.value).toMatchObject({ looked: 1, unread: [], cursor: null, stuck: [{ key, gate: 'Authorize' }] });
    expect(preview.value.stuck[0]?.asked.join('\n')).toContain('Change Approver');
    const checked = await check(site, candidate);
    if (!checked.readable) throw new Error('The policy cannot be read.');
    const put = await call(site, 'putInForce', { candidate, hash: checked.policy.hash });
    expect(put).toMatchObject({ ok: true, value: { policy: { id: 'MESTA' } } });
    expect((await refusal(site, priya, key, 'Authorize')).join('\n')).toContain('Change Approver');
    const recorded = [...storedValues(site)].filter(
      ([name, value]) => name.includes('ledger-entry/') && JSON.stringify(value).includes(checked.policy.hash),
    );
    expect(recorded).toHaveLength(1);
    expect(await checkedLedger(site)).toMatchObject({ intact: true });
  });
});

/** A billion laughs in YAML. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const before = level === 0 ? '"lol"' : `*a${String(level - 1)}`;
    return `a${String(level)}: &a${String(level)} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
  });
  return levels.join('\n');
}
