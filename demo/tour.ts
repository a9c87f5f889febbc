import { createSite, type Site } from '../sandbox';
import { renderAdfAsText } from '../sandbox/confluence/adf-text';
import { ledgerCheck } from '../src/contracts/api/admin-api';
import { resultOf } from '../src/contracts/api/result';
import { govern } from './govern';
import { marchPage, tableRows } from './log-pages';
import { nameMentions } from './named-mentions';
import { PEOPLE } from './people';
import { siteSeed } from './site-seed';
import { tellStory, type StoryStep } from './story';
import { printCheck, printPage, printStep, printTitle } from './terminal';
import { visit } from './visitor';

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
  const page = await marchPage(on);
  const text = renderAdfAsText(nameMentions(page.document, (id) => on.directory.findPerson(id)?.displayName));
  if (!json) printPage(page.title, page.version, text);
  const result = resultOf(ledgerCheck).parse(await visit(on, PEOPLE.jonas).call('change-admin', 'checkLedger', {}));
  if (!result.ok) throw new Error(result.error.message);
  if (!json) printCheck(result.value.text, result.value.head);
  const { id, title, version, hash } = policy;
  return {
    policy: { id, title, version, hash },
    steps,
    page: {
      title: page.title,
      version: page.version,
      rows: tableRows(page.document).filter(([first]) => first === key).length,
    },
    ledger: { entries: result.value.entries, head: result.value.head, verified: result.value.intact },
  };
}
