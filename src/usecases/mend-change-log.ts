import type { AccountId } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import { withPart } from '../domain/record/change-log';
import type { Ports } from '../ports/ports';

/** Queues every page of the log that does not show all its rows. @returns how many were queued. */
export async function publishAgain(ports: Pick<Ports, 'archive' | 'queue'>): Promise<number> {
  const months = await ports.archive.logMonths();
  const waiting = months.flatMap(({ month, parts }) =>
    parts.flatMap(({ published }, part) => (published ? [] : [{ do: 'publish-page', month, part } as const])),
  );
  for (const message of waiting) await ports.queue.push(message);
  return waiting.length;
}

/**
 * Gives up a page that is gone, so that a new one is made in its place. A person asks for it, and it goes on record.
 * @throws Failure `bad-request` when the page is not gone: a page that stands is never given up.
 */
export async function giveUpPage(
  ports: Pick<Ports, 'archive' | 'ledger' | 'clock' | 'pages' | 'pageRegister' | 'queue'>,
  administrator: AccountId,
  month: string,
  index: number,
): Promise<void> {
  const [log, settings] = await Promise.all([ports.archive.logMonth(month), ports.archive.settings()]);
  const part = log.parts[index];
  if (part === undefined) throw new Failure('bad-request', 'The change log has no such page.');
  await forgetRootIfGone(ports, settings.spaceId);
  if (part.pageId !== null) {
    const { pageId } = part;
    if ((await ports.pages.read(pageId)) !== undefined) {
      throw new Failure(
        'bad-request',
        'This page stands in Confluence, so there is nothing to give up. Publish again instead.',
      );
    }
    const revision = log.revision + 1;
    await ports.ledger.append(
      {
        // A page that was given up, restored and found again may be given up once more.
        actionId: `page-given-up:${pageId}:${String(revision)}`,
        at: ports.clock.now(),
        by: administrator,
        event: { kind: 'page-given-up', month, part: index, pageId },
      },
      () => [
        {
          kind: 'log-month',
          month: { ...withPart(log, index, { ...part, pageId: null, published: false, problem: null }), revision },
        },
      ],
    );
  }
  await ports.queue.push({ do: 'publish-page', month, part: index });
}

async function forgetRootIfGone(ports: Pick<Ports, 'pages' | 'pageRegister'>, spaceId: string | null): Promise<void> {
  if (spaceId === null) return;
  const root = await ports.pageRegister.rootPage(spaceId);
  if (root !== undefined && (await ports.pages.read(root)) === undefined) {
    await ports.pageRegister.saveRootPage(spaceId, null);
  }
}
