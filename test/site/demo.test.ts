import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ROOT } from './open-site';

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

async function demo(...args: readonly string[]): Promise<string> {
  const command = ['--import', 'tsx', 'demo/tour.ts', ...args];
  // Jest's own options would come along with NODE_OPTIONS.
  const env = { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT, env });
  return stdout;
}

describe('npm run demo', () => {
  it('tells the story as one JSON document, with the clause of every refusal', async () => {
    const { policy, steps, page, ledger } = report.parse(JSON.parse(await demo('--json')));
    expect(policy.id).toBe('GEN');
    expect(steps.flatMap(({ gate, verdict }) => (gate === null ? [] : [`${gate} ${verdict ?? ''}`]))).toEqual([
      'submit block',
      'submit allow',
      'authorize block',
      'authorize allow',
      'implement block',
      'implement allow',
      'complete allow',
      'close allow',
    ]);
    const refusals = steps.filter(({ verdict }) => verdict === 'block').map(({ clauses }) => clauses);
    expect(refusals.slice(0, 2)).toEqual([
      ['GEN-4.1d', 'GEN-4.5'],
      ['GEN-3n', 'GEN-4.2a', 'GEN-5b'],
    ]);
    expect(page).toEqual({ title: 'Change log March 2026', version: 1, rows: 1 });
    expect(ledger).toMatchObject({ entries: 6, verified: true });
  }, 60_000);

  it('prints the page of the change log as text, and the check of the ledger', async () => {
    const text = await demo();
    expect(text).toContain('Rollback steps is empty (GEN-4.1d, GEN-4.5). Fill in Rollback steps.');
    expect(text).toContain('Confluence: Change log March 2026, version 1');
    expect(text).toContain('Approved by @Sam Okafor as Security Lead');
    expect(text).toContain('Ledger: 6 entries, unbroken.');
  }, 60_000);
});
