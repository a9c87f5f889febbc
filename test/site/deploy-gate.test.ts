import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { visit, type FieldInput } from '../../demo/visitor';
import { serveSite, type ServedSite, type Site } from '../../sandbox';
import { type adminApi } from '../../src/contracts/api/admin-api';
import { deployApi } from '../../src/contracts/api/deploy-api';
import { resultOf } from '../../src/contracts/api/result';
import { DEPLOY_SCRIPT, DEPLOY_SCRIPT_NAME } from '../../src/contracts/deploy-script';
import { signatureOf } from '../../src/domain/deploy-gate/signature';
import { approvedChange, COMPLETE_PLAN, must, openSite, ROOT, submittedChange, TESTED } from './open-site';
import { storedValues } from './stored-values';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const SECTION = README.slice(README.indexOf('## The deploy gate'), README.indexOf('## How it is built'));
const blocks = (language: string) =>
  [...SECTION.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');

const SOON: FieldInput = {
  'Planned start': '2026-03-02T10:00:00.000+0000',
  'Planned end': '2026-03-02T12:00:00.000+0000',
};
const WITHIN = '2026-03-02T11:00:00.000Z';
const stepList = z.array(z.object({ run: z.string(), env: z.record(z.string(), z.string()) }));
const jobs = z.record(z.string(), z.object({ script: z.array(z.string()) }));

let site: Site;
let served: ServedSite;
let directory: string;
let url: string;
let secret: string;
/** A change under implementation whose planned time it is. */
let running: string;

beforeAll(async () => {
  site = await openSite();
  served = await serveSite(site, { port: 0 });
  directory = await mkdtemp(join(tmpdir(), 'deploy-gate-'));
  await writeFile(join(directory, DEPLOY_SCRIPT_NAME), blocks('sh')[0] ?? '');
  ({ url, secret } = await makeSecret());
  running = await approvedChange(site, { ...COMPLETE_PLAN, ...SOON });
  await must(site, PEOPLE.ivo, running, 'Implement', { ...TESTED, Implementer: PEOPLE.ivo });
  site.clock.set(WITHIN);
});
afterAll(async () => {
  await served.close();
  await site.close();
  await rm(directory, { recursive: true });
});
// The script asks the computer for the time; this one has the time of the site.
beforeEach(() => putCommand('date', `echo ${String(Math.floor(site.clock.now() / 1000))}`));

async function makeSecret() {
  const admin = visit(site, PEOPLE.jonas);
  const { revision } = await gates();
  const answer = await admin.call('change-admin', 'makeDeploySecret', { revision, projectKey: 'CHG' });
  const result = resultOf(deployApi.makeDeploySecret.response).parse(answer);
  if (!result.ok) throw new Error(result.error.message);
  return { url: result.value.gates.url ?? '', secret: result.value.secret };
}

async function gates() {
  const answer = await visit(site, PEOPLE.jonas).call('change-admin', 'deployGates', {});
  const result = resultOf(deployApi.deployGates.response).parse(answer);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** A command that the script finds before the one of the system. */
async function putCommand(name: string, line: string): Promise<void> {
  await writeFile(join(directory, name), `#!/bin/sh\n${line}\n`);
  await chmod(join(directory, name), 0o755);
}

/** Runs a line of shell where the script lies. */
function shell(line: string, variables: Readonly<Record<string, string>> = {}) {
  const env = {
    PATH: `${directory}:${process.env['PATH'] ?? ''}`,
    CHANGE_GATE_URL: url,
    CHANGE_GATE_SECRET: secret,
    ...variables,
  };
  return new Promise<{ readonly exit: number; readonly out: string }>((resolve) => {
    execFile('sh', ['-c', line], { cwd: directory, env }, (error, out) => {
      resolve({ exit: typeof error?.code === 'number' ? error.code : 0, out: out.trim() });
    });
  });
}

const mayDeploy = (change: string, environment = 'Production', variables: Readonly<Record<string, string>> = {}) =>
  shell(`sh ${DEPLOY_SCRIPT_NAME} "${change}" "${environment}"`, variables);

/** What the script says: exit status, code and HTTP status. */
async function said(change: string, environment?: string, variables?: Readonly<Record<string, string>>) {
  const { exit, out } = await mayDeploy(change, environment, variables);
  const [, code, status] = /^\{"code":"([a-z-]+)","message":"[^"]+"\} (\d+)$/.exec(out) ?? [];
  return [exit, code, Number(status)];
}

/** The generic policy with a freeze in the middle of the planned time. */
async function freezeThePlannedTime(): Promise<void> {
  const admin = visit(site, PEOPLE.jonas);
  const call = async (functionKey: keyof typeof adminApi, payload: unknown): Promise<unknown> => {
    const answer = await admin.call('change-admin', functionKey, payload);
    return z.object({ ok: z.literal(true), value: z.unknown() }).parse(answer).value;
  };
  const { text } = z.object({ text: z.string() }).parse(await call('policyText', { presetId: 'GEN' }));
  const policy = z.looseObject({ rules: z.array(z.looseObject({ clauses: z.array(z.string()) })) }).parse(parse(text));
  const frozen = {
    ...policy,
    calendar: {
      windows: [
        {
          id: 'inventory',
          title: 'Inventory',
          kind: 'freeze',
          strength: 'hard',
          interval: { from: '2026-03-02T11:30:00Z', until: '2026-03-02T11:45:00Z' },
        },
      ],
    },
    rules: [
      ...policy.rules,
      {
        id: 'no-freeze',
        kind: 'outside-freezes',
        clauses: policy.rules[0]?.clauses,
        gates: ['implement'],
        strength: 'block',
        freezes: ['hard'],
      },
    ],
  };
  const candidate = { from: 'text', text: JSON.stringify(frozen) };
  const checked = z
    .object({ policy: z.object({ hash: z.string() }) })
    .parse(await call('checkCandidate', { candidate }));
  await call('putInForce', { candidate, hash: checked.policy.hash });
}

const ledgerSize = () => [...storedValues(site).keys()].filter((key) => key.startsWith('entity:ledger-entry/')).length;

describe('the script of the README', () => {
  it('is the one that the admin page shows, and ten lines long at most', () => {
    expect(blocks('sh')).toEqual([DEPLOY_SCRIPT]);
    expect(DEPLOY_SCRIPT.trim().split('\n').length).toBeLessThanOrEqual(10);
  });

  it('says yes for a change under implementation in its planned time', async () => {
    expect(await said(running)).toEqual([0, 'allowed', 200]);
  });

  it('says no where the change is not approved, or for another environment', async () => {
    expect(await said(await submittedChange(site))).toEqual([1, 'not-approved', 403]);
    const staging = await approvedChange(site, { ...COMPLETE_PLAN, ...SOON, 'Target environment': 'Staging' });
    await must(site, PEOPLE.ivo, staging, 'Implement', { ...TESTED, Implementer: PEOPLE.ivo });
    expect(await said(staging)).toEqual([1, 'not-approved', 403]);
    expect(await said(staging, 'staging')).toEqual([0, 'allowed', 200]);
  });

  it('says no before the planned time', async () => {
    const later = await approvedChange(site);
    await must(site, PEOPLE.ivo, later, 'Implement', { ...TESTED, Implementer: PEOPLE.ivo });
    expect(await said(later)).toEqual([1, 'outside-window', 403]);
  });

  it('says no where the plan was edited after it was approved, and yes again where it was put back', async () => {
    await visit(site, PEOPLE.priya).edit(running, { 'Test plan': 'None.' });
    expect(await said(running)).toEqual([1, 'stale-approval', 403]);
    await visit(site, PEOPLE.priya).edit(running, { 'Test plan': COMPLETE_PLAN['Test plan'] ?? null });
    expect(await said(running)).toEqual([0, 'allowed', 200]);
  });

  it('says no for a change that does not exist, and for an issue that is none', async () => {
    expect(await said('CHG-999')).toEqual([1, 'unknown-change', 404]);
  });

  it('says no with another secret, with a stale clock, and for a project without a secret', async () => {
    const before = ledgerSize();
    const refused = [1, 'bad-signature', 401];
    expect(await said(running, 'Production', { CHANGE_GATE_SECRET: 'ccdg_wrong' })).toEqual(refused);
    expect(await said(running, 'Production', { CHANGE_GATE_SECRET: '' })).toEqual(refused);
    expect(await said('OPS-1')).toEqual(refused);
    expect(await said('CHG-999', 'Production', { CHANGE_GATE_SECRET: 'ccdg_wrong' })).toEqual(refused);
    await putCommand('date', `echo ${String(site.clock.now() / 1000 - 301)}`);
    expect(await said(running)).toEqual(refused);
    expect(ledgerSize()).toBe(before);
  });

  it('says no to the same nonce again', async () => {
    await putCommand(
      'openssl',
      `[ "$1" = rand ] && echo 0123456789abcdef0123456789abcdef && exit\nexec /usr/bin/env -u PATH openssl "$@"`,
    );
    try {
      expect(await said(running)).toEqual([0, 'allowed', 200]);
      expect(await said(running)).toEqual([1, 'replayed', 409]);
    } finally {
      await rm(join(directory, 'openssl'));
    }
  });

  it('says that nobody can tell while Jira does not answer, and where the gate cannot be reached', async () => {
    site.faults.failCall({ match: { path: `/rest/api/3/issue/${running}`, function: 'deployGate' }, status: 503 });
    expect(await said(running)).toEqual([2, 'cannot-tell', 503]);
    const unreachable = await mayDeploy(running, 'Production', { CHANGE_GATE_URL: 'http://127.0.0.1:9/' });
    expect(unreachable).toEqual({ exit: 2, out: '000' });
  });

  it('says that nobody can tell where the answer cannot be put on record', async () => {
    site.faults.failCall({ match: { path: '/api/v1/transaction', function: 'deployGate' }, status: 500 });
    expect(await said(running)).toEqual([2, 'cannot-tell', 503]);
  });
});

describe('the steps of the README', () => {
  const github = stepList.parse(parse(blocks('yaml')[0] ?? ''));
  const gitlab = jobs.parse(parse(blocks('yaml')[1] ?? ''));

  it('pass in GitHub Actions for a change that may be deployed, and fail for one that may not', async () => {
    const [step] = github;
    expect(step?.env).toEqual({
      CHANGE: '${{ inputs.change }}',
      CHANGE_GATE_URL: '${{ vars.CHANGE_GATE_URL }}',
      CHANGE_GATE_SECRET: '${{ secrets.CHANGE_GATE_SECRET }}',
    });
    expect((await shell(step?.run ?? '', { CHANGE: running })).exit).toBe(0);
    expect((await shell(step?.run ?? '', { CHANGE: 'CHG-999' })).exit).toBe(1);
  });

  it('pass in GitLab CI for a change that may be deployed, and fail for one that may not', async () => {
    const [line] = gitlab['deploy-gate']?.script ?? [];
    expect((await shell(line ?? '', { CHANGE: running })).exit).toBe(0);
    expect((await shell(line ?? '', { CHANGE: 'CHG-999' })).exit).toBe(1);
  });
});

describe('a request to the deploy gate', () => {
  const signed = (body: string) => {
    const timestamp = String(site.clock.now() / 1000);
    const headers = {
      'X-Change-Timestamp': timestamp,
      'X-Change-Signature': `sha256=${signatureOf(secret, { timestamp, body })}`,
    };
    return { headers, body };
  };
  const send = async (init: RequestInit) => (await site.fetch(new Request(url, { method: 'POST', ...init }))).status;
  const asking = (nonce: string) => JSON.stringify({ change: running, environment: 'Production', nonce });

  it('is refused where one byte of its body was changed on the way, and leaves no trace', async () => {
    const { headers, body } = signed(asking('sent-through-a-bad-proxy'));
    const before = ledgerSize();
    expect(await send({ headers, body: body.replace('Production', 'production') })).toBe(401);
    expect(ledgerSize()).toBe(before);
    expect(await send({ headers, body })).toBe(200);
  });

  it('is refused in any other form', async () => {
    const { headers } = signed(asking('sent-in-another-form'));
    expect(await send({ method: 'GET' })).toBe(401);
    expect(await send({ headers, body: '' })).toBe(401);
    expect(await send(signed('{}'))).toBe(401);
  });

  it('is on record with the change and a digest of the nonce, and without the nonce and the secret', async () => {
    expect(await send(signed(asking('a-nonce-to-look-for')))).toBe(200);
    const stored = JSON.stringify([...storedValues(site)].filter(([key]) => !key.startsWith('secret/')));
    expect(stored).toContain('deploy-asked');
    expect(stored).not.toContain('a-nonce-to-look-for');
    expect(stored).not.toContain(secret);
  });
});

describe('the secret of a project', () => {
  it('has 256 bits and works for another day when it is replaced', async () => {
    expect(secret).toMatch(/^ccdg_[A-Za-z0-9_-]{43}$/);
    const before = secret;
    const next = (await makeSecret()).secret;
    expect(next).not.toBe(before);
    for (const works of [before, next]) {
      expect(await said(running, 'Production', { CHANGE_GATE_SECRET: works })).toEqual([0, 'allowed', 200]);
    }
    expect((await gates()).gates).toEqual([
      { projectKey: 'CHG', since: WITHIN, by: PEOPLE.jonas.accountId, previousUntil: '2026-03-03T11:00:00.000Z' },
    ]);
    secret = next;
  });

  it('opens nothing after it was revoked', async () => {
    const { revision } = await gates();
    const answer = await visit(site, PEOPLE.jonas).call('change-admin', 'revokeDeploySecret', {
      revision,
      projectKey: 'CHG',
    });
    expect(answer).toMatchObject({ ok: true, value: { gates: [] } });
    expect(await said(running)).toEqual([1, 'bad-signature', 401]);
    expect([...storedValues(site).keys()].filter((key) => key.startsWith('secret/'))).toEqual([]);
  });
});

describe('under a policy with a freeze', () => {
  it('the script says no while the planned time touches it', async () => {
    ({ secret } = await makeSecret());
    expect(await said(running)).toEqual([0, 'allowed', 200]);
    await freezeThePlannedTime();
    expect(await said(running)).toEqual([1, 'frozen', 403]);
  });
});
