import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { readContract } from '../sandbox/openapi-contract';
import { checkedLedger } from './checked-ledger';
import { marchPage } from '../../demo/log-pages';
import { closedChange, COMPLETE_PLAN, openBareSite, ROOT } from './open-site';
import { govern } from '../../demo/govern';

const CONTRACTS = join(ROOT, '../shared/contracts');
const JIRA = join(CONTRACTS, 'jira-platform-v3.2025-09-24.json');
const CONFLUENCE = join(CONTRACTS, 'confluence-v2.2025-02-04.patched.json');
const described = existsSync(JIRA) && existsSync(CONFLUENCE) ? describe : describe.skip;

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Lets everything that the app itself asks of a product pass by and keeps it. */
function listen(product: Site['confluence']): Sent[] {
  const sent: Sent[] = [];
  const answer = product.app.fetch.bind(product.app);
  product.app.fetch = async (request, bindings) => {
    const { pathname, search } = new URL(request.url);
    if (request.headers.get('authorization') === null) {
      const text = await request.clone().text();
      sent.push({
        method: request.method,
        path: `${pathname}${search}`,
        body: text === '' ? undefined : JSON.parse(text),
      });
    }
    return answer(request, bindings);
  };
  return sent;
}

/** Jira has it since May 2026, the document is older: https://developer.atlassian.com/platform/forge/changelog/#CHANGE-3233 */
const NEWER = '&generateAppEvents=false';

described("the app's requests, from the first day of an admin to the change log", () => {
  let site: Site;
  let jira: readonly Sent[];
  let confluence: readonly Sent[];
  beforeAll(async () => {
    site = await openBareSite();
    jira = listen(site.jira);
    confluence = listen(site.confluence);
    await govern(site, 'GEN');
    await closedChange(site);
    await site.deliver();
    await closedChange(site, { ...COMPLETE_PLAN, Summary: 'Another one' });
    await site.deliver();
    const admin = visit(site, PEOPLE.jonas);
    await admin.call('change-admin', 'getAdmin', {});
    await admin.call('change-admin', 'searchGroups', { text: 'cto' });
    await admin.call('change-admin', 'searchSpaces', { text: 'log' });
    await checkedLedger(site);
    const contentId = (await marchPage(site)).id;
    const filter = { text: 'database', type: null, stage: null };
    await visit(site, PEOPLE.ada).call('change-log', 'listRecords', { filter, cursor: null }, { contentId });
  });
  afterAll(() => site.close());

  it("to Jira pass Jira's OpenAPI document", () => {
    const contract = readContract(JIRA);
    const problems = jira.flatMap(({ method, path, body }) =>
      contract
        .operation(method, path.replace(NEWER, ''))
        .requestProblems(body)
        .map((problem) => `${method} ${path}: ${problem}`),
    );
    expect(jira.length).toBeGreaterThan(20);
    expect([...new Set(problems)]).toEqual([]);
  });

  it("to Confluence pass Confluence's OpenAPI document", () => {
    const contract = readContract(CONFLUENCE);
    const problems = confluence.flatMap(({ method, path, body }) =>
      contract
        .operation(method, path.replace('/wiki/api/v2', ''))
        .requestProblems(body)
        .map((problem) => `${method} ${path}: ${problem}`),
    );
    expect(confluence.length).toBeGreaterThan(5);
    expect([...new Set(problems)]).toEqual([]);
  });
});
