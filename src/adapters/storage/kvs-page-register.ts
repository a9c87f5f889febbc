import { storedLogMonth } from '../../contracts/stored/log-month';
import { storedRootPage } from '../../contracts/stored/root-page';
import { Failure } from '../../domain/failure';
import { emptyMonth, withPart, type LogMonth, type LogPart } from '../../domain/record/change-log';
import type { PageRegister } from '../../ports/archive';
import { documentSets, readDocument } from './documents';
import { monthSets } from './ledger-write-sets';
import { monthKey, rootPageKey } from './storage-keys';
import { commit } from './transaction';

/** Where the pages of the log are, in Forge storage. */
export class KvsPageRegister implements PageRegister {
  async rootPage(spaceId: string): Promise<string | undefined> {
    return (await readDocument(rootPageKey(spaceId), storedRootPage))?.pageId ?? undefined;
  }

  async saveRootPage(spaceId: string, pageId: string | null): Promise<void> {
    const anyRevision = { revision: 1, previous: 'any' } as const;
    await commit(documentSets(rootPageKey(spaceId), storedRootPage, { pageId }, anyRevision));
  }

  async savePart(month: string, revision: number, index: number, part: LogPart): Promise<LogMonth> {
    const standing = (await readDocument(monthKey(month), storedLogMonth)) ?? emptyMonth(month);
    const next = { ...withPart(standing, index, part), revision: revision + 1 };
    if (standing.revision === revision && (await commit(await monthSets(next)))) return next;
    throw new Failure('conflict', 'The change log of this month was changed at the same time. Try again.');
  }
}
