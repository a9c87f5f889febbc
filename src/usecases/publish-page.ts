import { Failure } from '../domain/failure';
import { titleOf, type LogMonth, type LogPart, type PageProblem } from '../domain/record/change-log';
import { monthMark } from '../domain/record/page-mark';
import type { PageContent } from '../ports/change-log-pages';
import type { Ports } from '../ports/ports';
import { findOrMakePage } from './find-or-make-page';
import { onFreshState } from './on-fresh-state';

/**
 * Brings one page of the change log up to date with its rows. Safe to do twice and to stop anywhere: a page that shows
 * the right content already is not written again, and a page is never made a second time. What only a person can mend (no
 * space chosen, a page deleted, a title taken, a stored document that cannot be read) is kept with the page for the admin
 * to see, and the rows wait.
 * @throws Failure `unreachable`, `unexpected-answer`, `conflict`, `unreadable-document`: worth another try later.
 */
export async function publishPage(ports: Ports, month: string, index: number): Promise<void> {
  await onFreshState(async () => {
    const log = await ports.archive.logMonth(month);
    const part = log.parts[index];
    if (part === undefined || part.published) return;
    const { outcome, failure } = await tryToWrite(ports, log, index, part);
    if (!samePart(part, outcome)) await ports.pageRegister.savePart(month, log.revision, index, outcome);
    if (failure !== undefined) throw failure;
  });
}

/** What came of writing the page, also where that failed for a reason that stays until a person mends it. */
async function tryToWrite(
  ports: Ports,
  log: LogMonth,
  index: number,
  part: LogPart,
): Promise<{ readonly outcome: LogPart; readonly failure?: Failure }> {
  try {
    return { outcome: await write(ports, log, index, part) };
  } catch (error) {
    const stays = error instanceof Failure && ['unreadable-document', 'unexpected-answer'].includes(error.code);
    if (!stays) throw error;
    return { outcome: withProblem(ports, part, 'failed', error.message), failure: error };
  }
}

async function write(ports: Ports, log: LogMonth, index: number, part: LogPart): Promise<LogPart> {
  const settings = await ports.archive.settings();
  if (settings.spaceId === null) return withProblem(ports, part, 'no-space');
  const logId = await logIdOf(ports);
  const content = await drawUpPage(ports, log, index, part, logId);
  const place = { spaceId: settings.spaceId, title: titleOf(log.month, index), content, logId };
  const found = await findOrMakePage(ports, part.pageId, place);
  if ('problem' in found) return withProblem(ports, part, found.problem);
  const { page } = found;
  if (page.mark !== content.mark) {
    try {
      await ports.pages.update(page, content);
    } catch (error) {
      if (error instanceof Failure && error.code === 'not-allowed') {
        return { ...withProblem(ports, part, 'not-permitted'), pageId: page.pageId };
      }
      throw error;
    }
  }
  return { ...part, pageId: page.pageId, published: true, problem: null };
}

async function drawUpPage(
  ports: Ports,
  log: LogMonth,
  index: number,
  part: LogPart,
  logId: string,
): Promise<PageContent> {
  const [records, head] = await Promise.all([
    ports.archive.records(part.rows.map(({ seq }) => seq)),
    ports.ledger.head(),
  ]);
  return {
    kind: 'month',
    mark: monthMark(logId, log.month, index, part.rows),
    month: log.month,
    part: index,
    head,
    records: part.rows.map(({ seq, hash, key }) => {
      const stored = records.find((candidate) => candidate.seq === seq);
      if (stored === undefined)
        throw new Failure('unreadable-document', `The record of ${key} (ledger entry ${String(seq)}) is missing.`);
      return { ...stored, hash };
    }),
  };
}

/** Names this log: the hash of the first entry of its ledger. */
async function logIdOf(ports: Pick<Ports, 'ledger'>): Promise<string> {
  const [first] = await ports.ledger.read(1, 1);
  if (first === undefined) throw new Failure('unreadable-document', 'The first entry of the ledger is missing.');
  return first.hash;
}

function withProblem(ports: Pick<Ports, 'clock'>, part: LogPart, code: PageProblem['code'], detail?: string): LogPart {
  const { problem } = part;
  if (problem?.code === code && problem.detail === detail) return part;
  const since = ports.clock.now();
  return { ...part, problem: { code, since, ...(detail !== undefined && { detail }) } };
}

function samePart(a: LogPart, b: LogPart): boolean {
  const sameProblem = a.problem?.code === b.problem?.code && a.problem?.detail === b.problem?.detail;
  return a.pageId === b.pageId && a.published === b.published && sameProblem;
}
