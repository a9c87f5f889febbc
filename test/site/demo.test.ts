import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { govern } from '../../demo/govern';
import { marchPage, tableRows } from '../../demo/log-pages';
import type { StoryStep } from '../../demo/stories/teller';
import { tellStory, TOLD_POLICIES } from '../../demo/stories/tell-story';
import type { Site } from '../../sandbox';
import { PRESETS } from '../../src/policies/presets';
import { checkedLedger } from './checked-ledger';
import { openBareSite, ROOT } from './open-site';

const report = z.strictObject({
  policy: z.strictObject({ id: z.string(), title: z.string(), version: z.string(), hash: z.string() }),
  steps: z.array(
    z.strictObject({
      as: z.string(),
      action: z.string(),
      gate: z.string().nullable(),
      verdict: z.enum(['allow', 'warn', 'block']).nullable(),
      clauses: z.array(z.string()),
      message: z.string(),
    }),
  ),
  page: z.strictObject({ title: z.string(), version: z.number(), rows: z.number() }),
  ledger: z.strictObject({ entries: z.number(), head: z.string(), verified: z.boolean() }),
});

const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

async function demo(...args: readonly string[]): Promise<string> {
  const command = ['--import', 'tsx', 'demo/tour.ts', ...args];
  // Jest's own options would come along with NODE_OPTIONS.
  const env = { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT, env });
  return stdout;
}

describe('the story of a policy', () => {
  let site: Site | undefined;
  afterEach(() => site?.close());

  it('is there for each policy that an admin can put in force as it is', () => {
    expect(TOLD_POLICIES).toEqual(PRESETS.map(({ id }) => id));
  });

  it.each(PRESETS)(
    'of $id refuses once and lets pass once for every clause that is enforced, and ends on record',
    async ({ id, clauses }) => {
      site = await openBareSite();
      await govern(site, id);
      const steps: StoryStep[] = [];
      const key = await tellStory(site, id, (step) => steps.push(step));
      const named = (...verdicts: StoryStep['verdict'][]) =>
        new Set(steps.filter(({ verdict }) => verdicts.includes(verdict)).flatMap((step) => step.clauses));
      const [refused, passed] = [named('block'), named('allow', 'warn')];
      const enforced = clauses.filter(({ service }) => service === 'enforced').map((clause) => clause.id);
      expect({
        neverRefused: enforced.filter((clause) => !refused.has(clause)),
        neverPassed: enforced.filter((clause) => !passed.has(clause)),
      }).toEqual({ neverRefused: [], neverPassed: [] });
      expect(tableRows((await marchPage(site)).document).filter(([first]) => first === key)).toHaveLength(1);
      expect((await checkedLedger(site)).intact).toBe(true);
    },
    60_000,
  );
});

describe('npm run demo', () => {
  it('tells the story of the generic policy as one JSON document, with the clauses of every decision', async () => {
    const { policy, steps, page, ledger } = report.parse(JSON.parse(await demo('--json')));
    expect(policy.id).toBe('GEN');
    expect(steps.find(({ verdict }) => verdict === 'block')).toMatchObject({
      as: 'Priya Nair (IT Administrator)',
      action: 'Submit CHG-1',
      gate: 'submit',
      clauses: ['GEN-4.1a', 'GEN-4.1b', 'GEN-4.1c', 'GEN-4.1d', 'GEN-4.1e', 'GEN-4.1f', 'GEN-4.5'],
    });
    expect(page).toEqual({ title: 'Change log March 2026', version: 2, rows: 1 });
    expect(ledger).toMatchObject({ verified: true });
  }, 60_000);

  it('tells the story of another policy, the page of the change log and the check of the ledger as text', async () => {
    const text = await demo('--policy', 'pol005');
    expect(text).toContain('Policy in force: POL-005 Change Management Policy 1.1');
    expect(text).toContain('• Verification is empty (POL005-5).');
    expect(text).toContain('Confluence: Change log March 2026, version 1');
    expect(text).toContain('Approved by @Carla Ortiz as CTO');
    expect(text).toMatch(/Ledger: \d+ entries, unbroken\./);
  }, 60_000);

  it('ends with 2 and names the policies that there are when it is asked for one that there is not', async () => {
    const answer = failed.parse(await demo('--policy', 'ITIL').catch((error: unknown) => error));
    expect(answer).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no policy ITIL to tell a story of. There are: GEN, MESTA, DSO, NOIM, POL005.\n',
    });
  }, 60_000);
});
