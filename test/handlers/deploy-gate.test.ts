import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { DEPLOY_CODES } from '../../src/domain/deploy-gate/deploy-code';
import { deployGate } from '../../src/handlers/webtriggers/deploy-gate';

const ROOT = resolve(import.meta.dirname, '../..');
const output = z.object({ key: z.string(), statusCode: z.number(), contentType: z.string(), body: z.string() });
const manifest = z
  .object({
    modules: z.object({
      webtrigger: z.array(
        z.object({ key: z.string(), response: z.object({ type: z.string(), outputs: z.array(output) }) }),
      ),
    }),
  })
  .parse(parse(readFileSync(resolve(ROOT, 'manifest.yml'), 'utf8')));
const [trigger] = manifest.modules.webtrigger;
const outputs = trigger?.response.outputs ?? [];

describe('the web trigger of the deploy gate', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is static, and has one output for each code, which says the code', () => {
    expect(trigger?.response.type).toBe('static');
    expect(outputs.map(({ key }) => key).sort()).toEqual([...DEPLOY_CODES].sort());
    for (const { key, body, contentType } of outputs) {
      expect(JSON.parse(body)).toEqual({ code: key, message: expect.any(String) });
      expect(contentType).toBe('application/json');
    }
  });

  it('answers yes, no and cannot tell with different statuses', () => {
    const statuses = Object.fromEntries(outputs.map(({ key, statusCode }) => [key, statusCode]));
    expect(statuses).toEqual({
      allowed: 200,
      'not-approved': 403,
      'stale-approval': 403,
      frozen: 403,
      'outside-window': 403,
      'unknown-change': 404,
      'bad-signature': 401,
      replayed: 409,
      'cannot-tell': 503,
    });
  });

  it('answers with the statuses that the README says', () => {
    const readme = readFileSync(resolve(ROOT, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| .+ \| `([a-z-]+)` \| (\d{3}) \|$/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    const documented = new Map(rows.map(([code, status]) => [code, status]));
    expect(documented).toEqual(new Map(outputs.map(({ key, statusCode }) => [key, statusCode])));
    expect(rows).toHaveLength(16);
    expect(rows.filter(([code, status]) => documented.get(code) !== status)).toEqual([]);
  });

  it.each([[undefined], [{}], [{ method: 'GET', headers: {}, body: '' }]])(
    'takes what is no request in its form for one that nobody signed, and logs that: %j',
    async (call) => {
      const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      expect(await deployGate(call)).toEqual({ outputKey: 'bad-signature' });
      expect(log.mock.calls).toEqual([
        [expect.stringMatching(/^refused [0-9a-f]{8}: a request to the deploy gate that nobody signed$/)],
      ]);
    },
  );

  it('cannot tell when a defect comes up, and logs it without what anybody sent', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = new Proxy(
      {},
      {
        get: () => {
          throw new TypeError('secret of a customer');
        },
      },
    );
    expect(await deployGate(broken)).toEqual({ outputKey: 'cannot-tell' });
    expect(log).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(log.mock.calls)).not.toContain('secret of a customer');
  });
});
