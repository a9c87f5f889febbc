import { z } from 'zod';
import { createSite, type Site } from '../sandbox';
import { renderAdfAsText } from '../sandbox/confluence/adf-text';
import { ledgerCheck } from '../src/contracts/api/admin-api';
import { resultOf } from '../src/contracts/api/result';
import { govern } from './govern';
import { nameMentions } from './named-mentions';
import { PEOPLE } from './people';
import { siteSeed } from './site-seed';
import { tellStory, type StoryStep } from './story';
import { printCheck, printPage, printStep, printTitle } from './terminal';
import { visit } from './visitor';

const pages = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      version: z.object({ number: z.number() }),
      body: z.object({ atlas_doc_format: z.object({ value: z.string() }) }),
    }),
  ),
});

const node = z.object({ type: z.string(), text: z.string().optional(), content: z.array(z.unknown()).optional() });

/** What `--json` prints. */
interface Report {
  readonly policy: { readonly id: string; readonly title: string; readonly version: string; readonly hash: string };
  readonly steps: readonly StoryStep[];
  readonly page: { readonly title: string; readonly version: number; readonly rows: number };
  readonly ledger: { readonly entries: number; readonly head: string; readonly verified: boolean };
}

const json = process.argv.includes('--json');
const site = await createSite({ seed: siteSeed, now: '2026-03-02T09:00:00.000Z' });
try {
  const report = await tour(site);
  if (json) console.log(JSON.stringify(report, null, 2));
} finally {
  await site.close();
}

async function tour(on: Site): Promise<Report> {
  const { policy } = await govern(on, 'GEN');
  if (policy === null) throw new Error('No policy is in force.');
  if (!json) printTitle(policy);
  const steps: StoryStep[] = [];
  const key = await tellStory(on, (step) => {
    steps.push(step);
    if (!json) printStep(step, steps.length);
  });
  const page = await readPage(on);
  const text = renderAdfAsText(nameMentions(page.document, (id) => on.directory.findPerson(id)?.displayName));
  if (!json) printPage(page.title, page.version, text);
  const result = resultOf(ledgerCheck).parse(await visit(on, PEOPLE.jonas).call('change-admin', 'checkLedger', {}));
  if (!result.ok) throw new Error(result.error.message);
  if (!json) printCheck(result.value.text, result.value.head);
  const { id, title, version, hash } = policy;
  return {
    policy: { id, title, version, hash },
    steps,
    page: { title: page.title, version: page.version, rows: rowsOf(page.document, key) },
    ledger: { entries: result.value.entries, head: result.value.head, verified: result.value.intact },
  };
}

async function readPage(on: Site): Promise<{ title: string; version: number; document: unknown }> {
  const auditor = visit(on, PEOPLE.ada);
  const found = pages.parse(await auditor.get('/wiki/api/v2/pages?limit=50&body-format=atlas_doc_format'));
  const page = found.results.find(({ title }) => title === 'Change log March 2026');
  if (page === undefined) throw new Error('The change log of March 2026 is not there.');
  return {
    title: page.title,
    version: page.version.number,
    document: JSON.parse(page.body.atlas_doc_format.value) as unknown,
  };
}

/** How many rows of the page's tables begin with this key. */
function rowsOf(document: unknown, key: string): number {
  const parsed = node.safeParse(document);
  if (!parsed.success) return 0;
  const { type, content = [] } = parsed.data;
  if (type === 'tableRow') return textOf(content[0]) === key ? 1 : 0;
  return content.reduce((sum: number, child) => sum + rowsOf(child, key), 0);
}

function textOf(value: unknown): string {
  const parsed = node.safeParse(value);
  if (!parsed.success) return '';
  return parsed.data.text ?? (parsed.data.content ?? []).map(textOf).join('');
}
