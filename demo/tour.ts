import { join } from 'node:path';
import { createSite, type Site } from '../sandbox';
import { renderAdfAsText } from '../sandbox/confluence/adf-text';
import { ledgerCheck } from '../src/contracts/api/admin-api';
import { resultOf } from '../src/contracts/api/result';
import { buildPart, isStale, PARTS, root } from '../test/build-parts';
import { govern } from './govern';
import { marchPage, tableRows } from './log-pages';
import { nameMentions } from './named-mentions';
import { PEOPLE } from './people';
import { siteSeed } from './site-seed';
import { tellStory, TOLD_POLICIES } from './stories/tell-story';
import type { StoryStep } from './stories/teller';
import { printCheck, printPage, printStep, printTitle } from './terminal';
import { visit } from './visitor';

/**
 * `npm run demo [-- --policy GEN] [--json]`: puts a policy in force on a site of its own and tells its story. Ends with 2
 * where there is no story of that policy.
 */

/** What `--json` prints. */
interface Report {
  readonly policy: { readonly id: string; readonly title: string; readonly version: string; readonly hash: string };
  readonly steps: readonly StoryStep[];
  readonly page: { readonly title: string; readonly version: number; readonly rows: number };
  readonly ledger: { readonly entries: number; readonly head: string; readonly verified: boolean };
}

const json = process.argv.includes('--json');
const policyId = policyIn(process.argv);
if (TOLD_POLICIES.includes(policyId)) {
  await onOwnSite();
} else {
  console.error(`There is no policy ${policyId || '""'} to tell a story of. There are: ${TOLD_POLICIES.join(', ')}.`);
  process.exitCode = 2;
}

/** The policy that is asked for; the generic one where none is. */
function policyIn(args: readonly string[]): string {
  const at = args.findIndex((arg) => arg === '--policy' || arg.startsWith('--policy='));
  if (at < 0) return 'GEN';
  const given = args[at] === '--policy' ? args[at + 1] : args[at]?.slice('--policy='.length);
  return (given ?? '').toUpperCase();
}

async function onOwnSite(): Promise<void> {
  for (const part of PARTS.filter((one) => one.name === 'app' && isStale(one))) await buildPart(part);
  const bundle = join(root, 'build/app.cjs');
  const site = await createSite({ appDir: root, bundle, seed: siteSeed, now: '2026-03-02T09:00:00.000Z' });
  try {
    const report = await tour(site);
    if (json) console.log(JSON.stringify(report, null, 2));
  } finally {
    await site.close();
  }
}

async function tour(on: Site): Promise<Report> {
  const { policy } = await govern(on, policyId);
  if (policy === null) throw new Error('No policy is in force.');
  if (!json) printTitle(policy);
  const steps: StoryStep[] = [];
  const key = await tellStory(on, policyId, (step) => {
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
