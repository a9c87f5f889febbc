import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { policyCommand } from '../../cli/policy-command';

const EXAMPLE = 'cli/examples/harbour.yaml';
const ROLES = 'cli/examples/harbour-roles.yaml';
const FACTS = 'cli/examples/lock-gates.json';
const DAY = ['--today', '2026-11-20'];

const run = (...args: readonly string[]) => policyCommand(args);

describe('npm run policy', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('check: a policy that may be put in force, with what it does about each clause', () => {
    const { status, text } = run('check', EXAMPLE, '--roles', ROLES, ...DAY);
    expect(text).toContain('Blocks Submit until the planned start is at least 2 business days ahead.');
    expect(text).toContain('Without emma: Normal changes of risk level High');
    expect(text).toContain('It may be put in force.');
    expect(status).toBe(0);
  });

  it('check --json: the same for programs', () => {
    const { status, text } = run('check', EXAMPLE, '--json', ...DAY);
    const report = z
      .object({
        mayBeActivated: z.boolean(),
        satisfiability: z.object({ deadEnds: z.array(z.object({ ruleIds: z.array(z.string()) })) }),
        clauses: z.array(z.object({ id: z.string(), rules: z.array(z.string()) })),
      })
      .parse(JSON.parse(text));
    expect(report.mayBeActivated).toBe(false);
    expect(report.satisfiability.deadEnds[0]?.ruleIds).toEqual(['second-engineer', 'not-oneself']);
    expect(report.clauses[5]).toEqual({ id: 'H-6', rules: ['spring-tide', 'regatta-week'] });
    expect(status).toBe(1);
  });

  it('check: a policy with mistakes, each with its line', () => {
    const path = join(folder, 'broken.yaml');
    writeFileSync(path, 'schemaVersion: 2\nid: X\ntitle: X\nversion: "1"\nrulez: []\n');
    const { status, text } = run('check', path);
    expect(text).toMatch(/line 5, column 1.*rulez.*Did you mean "rules"\?/);
    expect(status).toBe(1);
  });

  it('decide: a change that has to wait, and why', () => {
    const { status, text } = run('decide', EXAMPLE, FACTS);
    expect(text).toContain('It may not pass.');
    expect(text).toContain('Wait until Tue 24 Nov 2026 18:00 UTC.');
    expect(status).toBe(1);
  });

  it('decide --json: the whole tree', () => {
    const { text } = run('decide', EXAMPLE, FACTS, '--json');
    const tree = z
      .object({ verdict: z.string(), rules: z.array(z.object({ ruleId: z.string(), status: z.string() })) })
      .parse(JSON.parse(text));
    expect(tree.verdict).toBe('block');
    expect(tree.rules.find(({ ruleId }) => ruleId === 'board')?.status).toBe('unmet');
  });

  it.each([
    ['nothing to do', []],
    ['a file that is not there', ['check', 'no-such-file.yaml']],
    ['a preset that is none', ['show', 'NONE']],
    ['an option that is none', ['check', EXAMPLE, '--fast']],
    ['facts that cannot be read', ['decide', EXAMPLE, EXAMPLE]],
  ])('is told apart from a policy that is not good: %s', (_what, args) => {
    expect(run(...args).status).toBe(2);
  });
});
