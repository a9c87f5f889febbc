import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { policyCommand } from '../../cli/policy-command';

const EXAMPLE = 'cli/examples/harbour.yaml';
const ROLES = 'cli/examples/harbour-roles.yaml';
const FACTS = 'cli/examples/lock-gates.json';
const DAY = ['--today', '2026-11-20'];
const DAWN = '2026-11-20T05:00:00.000Z';

const vote = (overrides: object) => ({ by: 'ben', roles: ['engineer'], at: DAWN, ...overrides });

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

  it('check: says where it did not look at each kind of change', () => {
    const path = join(folder, 'labels.yaml');
    const few = 'in: [Personal, Regulated]';
    const many = 'in: [a, b, c, d, e, f, g]';
    const text = readFileSync(EXAMPLE, 'utf8').replace(`field: dataClass, ${few}`, `field: tags, ${many}`);
    writeFileSync(path, text);
    expect(run('check', path, '--roles', ROLES, ...DAY).text).toContain('every rule that depends on Labels was taken');
    expect(run('check', EXAMPLE, '--roles', ROLES, ...DAY).text).not.toContain('was taken to apply');
  });

  it('check: holders of a role that the policy does not know are refused, with the role that was meant', () => {
    const path = join(folder, 'roles.yaml');
    writeFileSync(path, 'engineer: [anna]\nharbour_master: [emma]\n');
    const { status, text } = run('check', EXAMPLE, '--roles', path);
    expect(text).toContain('line 2, column 1');
    expect(text).toContain('There is no role "harbour_master". Did you mean "harbour-master"?');
    expect(status).toBe(2);
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

  describe('decide: facts', () => {
    const facts = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(FACTS, 'utf8')));
    const decide = (change: Readonly<Record<string, unknown>>) => {
      const path = join(folder, 'facts.json');
      writeFileSync(path, JSON.stringify({ ...facts, ...change }));
      return run('decide', EXAMPLE, path, '--json');
    };
    const fields = z.record(z.string(), z.string()).parse(facts['fields']);

    it.each<[string, Readonly<Record<string, unknown>>, string]>([
      ['a field', { fields: { ...fields, dataclass: 'Personal' } }, 'There is no field "dataclass".'],
      ['a field of the plan then', { votes: [vote({ planThen: { sumary: 'x' } })] }, 'There is no field "sumary".'],
      ['a field with an author', { authors: { sumary: 'ben' } }, 'There is no field "sumary".'],
      ['a role of a vote', { votes: [vote({ roles: ['pilots'] })] }, 'There is no role "pilots".'],
      [
        'a role that was handed over',
        { votes: [vote({ delegated: [{ role: 'pilots', of: 'carl', since: DAWN, until: DAWN }] })] },
        'There is no role "pilots".',
      ],
      ['a role that is held', { people: { ben: ['enginer'] } }, 'There is no role "enginer".'],
      ['a role that is counted', { roleSizes: { pilots: 4 } }, 'There is no role "pilots".'],
    ])('that name %s which the policy does not know are refused', (_what, change, problem) => {
      const { status, text } = decide(change);
      expect(text).toContain(problem);
      expect(status).toBe(2);
    });

    it.each(['tomorrow', '2026-11-24', '2026-02-30T10:00:00Z'])('with the moment %s are refused', (plannedStart) => {
      const { status, text } = decide({ fields: { ...fields, plannedStart } });
      expect(text).toContain('(fields.plannedStart): This is no moment in time.');
      expect(status).toBe(2);
    });

    it('may write a moment with any offset from UTC', () => {
      const start = (plannedStart: string) => decide({ gate: 'submit', fields: { ...fields, plannedStart } }).text;
      expect(start('2026-11-24T22:00:00+01:00')).toBe(start('2026-11-24T21:00:00.000Z'));
      expect(start('2026-11-24T23:00:00+01:00')).not.toBe(start('2026-11-24T21:00:00.000Z'));
    });

    it('may have a freeze of the site that is about some services only', () => {
      const freeze = { id: 'site', title: 'Site', kind: 'freeze', strength: 'hard' };
      const interval = { from: '2026-11-24T00:00:00Z', until: '2026-11-25T00:00:00Z' };
      const found = (services: string) =>
        decide({
          fields: { ...fields, services },
          windows: [{ ...freeze, interval, scope: { services: ['Radar'] } }],
        }).text.includes('"in-freeze"');
      expect([found('Radar'), found('Gates')]).toEqual([true, false]);
    });
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
