import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { checkedLedger } from './checked-ledger';
import { logPages, marchPage, tableRows, textOf } from '../../demo/log-pages';
import { restoring } from './restored-site';
import { closedChange, COMPLETE_PLAN, must, openSite, submittedChange } from './open-site';

const { priya, jonas } = PEOPLE;

const governed = restoring(async () => ({ site: await openSite() }));

describe('the change log', () => {
  let site: Site;
  beforeEach(async () => {
    ({ site } = await governed());
  });
  afterEach(() => site.close());

  it('shows a closed change as a row and as a full record, on the page of its month', async () => {
    const key = await closedChange(site);
    await site.deliver();
    const page = await marchPage(site);
    const rows = tableRows(page.document).filter(([first]) => first === key);
    expect(rows).toHaveLength(1);
    const text = textOf(page.document);
    for (const part of [
      'Upgrade the payment database to PostgreSQL 17',
      'PostgreSQL 15 leaves support next year',
      'Promote the old replica',
      'Replication lag above 60 s',
      'Green twice.',
      'Payments flow, replication lag is below one second',
      'Successful',
      'Security Lead',
      'CTO',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('keeps rejected and cancelled changes as well', async () => {
    const rejected = await submittedChange(site);
    await must(site, priya, rejected, 'Reject');
    const cancelled = await submittedChange(site, { ...COMPLETE_PLAN, Summary: 'Never mind' });
    await must(site, priya, cancelled, 'Cancel');
    await site.deliver();
    const rows = tableRows((await marchPage(site)).document).map(([first]) => first);
    expect(rows).toEqual(expect.arrayContaining([rejected, cancelled]));
  });

  it('does not change when the same event comes again', async () => {
    const key = await closedChange(site);
    await site.deliver();
    const before = await marchPage(site);
    const ledger = await checkedLedger(site);
    const issue = z
      .object({ id: z.string() })
      .parse(await visit(site, priya).get(`/rest/api/3/issue/${key}?fields=id`));
    site.forge.events.publish({
      name: 'avi:jira:updated:issue',
      payload: { eventType: 'avi:jira:updated:issue', issue: { id: issue.id } },
    });
    await site.deliver();
    expect(await marchPage(site)).toEqual(before);
    expect(await checkedLedger(site)).toEqual(ledger);
  });

  it('is one page for the month, however many changes are closed', async () => {
    for (const summary of ['First', 'Second', 'Third'])
      await closedChange(site, { ...COMPLETE_PLAN, Summary: summary });
    await site.deliver();
    expect((await logPages(site)).map(({ title }) => title).sort()).toEqual([
      'Change log March 2026',
      'Change log by month',
    ]);
  });

  it('keeps what people wrote below it', async () => {
    await closedChange(site);
    await site.deliver();
    const page = await marchPage(site);
    const note = { type: 'paragraph', content: [{ type: 'text', text: 'Seen by the auditors on 5 March.' }] };
    const document = z.looseObject({ content: z.array(z.unknown()) }).parse(page.document);
    await putPage(site, page.id, page.title, page.version + 1, { ...document, content: [...document.content, note] });
    const second = await closedChange(site, { ...COMPLETE_PLAN, Summary: 'Another one' });
    await site.deliver();
    const text = textOf((await marchPage(site)).document);
    expect(text).toContain('Seen by the auditors on 5 March.');
    expect(text).toContain(second);
  });

  it('writes its pages again on top of a newer version instead of losing a row', async () => {
    await closedChange(site);
    await site.deliver();
    const second = await closedChange(site, { ...COMPLETE_PLAN, Summary: 'Another one' });
    site.faults.failCall({ match: { method: 'PUT', path: '/wiki/api/v2/pages/' }, status: 409, times: 2 });
    await site.deliver();
    const rows = tableRows((await marchPage(site)).document).map(([first]) => first);
    expect(rows.filter((first) => first === second)).toHaveLength(1);
  });

  it('shows text as text, whatever it looks like', async () => {
    const nasty = `<script>alert(1)</script> "quotes" 'single' {macro} [link|x] ${'🚀'.repeat(20)} ${'å'.repeat(15_000)}`;
    await closedChange(site, {
      ...COMPLETE_PLAN,
      Summary: '<img src=x onerror=alert(1)> & co',
      'Impact analysis': nasty,
    });
    await site.deliver();
    const text = textOf((await marchPage(site)).document);
    expect(text).toContain(nasty);
    expect(text).toContain('<img src=x onerror=alert(1)> & co');
  });
});

async function putPage(site: Site, id: string, title: string, version: number, document: unknown): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${jonas.emailAddress}:sandbox`).toString('base64')}`;
  const body = {
    id,
    status: 'current',
    title,
    version: { number: version },
    body: { representation: 'atlas_doc_format', value: JSON.stringify(document) },
  };
  const response = await site.fetch(
    new Request(new URL(`/wiki/api/v2/pages/${id}`, site.baseUrl()), {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (!response.ok) throw new Error(await response.text());
}
