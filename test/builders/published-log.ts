import type { LogPart } from '../../src/domain/record/change-log';
import { recordChange } from '../../src/usecases/record-change';
import type { Fakes } from '../fakes/create-fakes';
import type { FakePage } from '../fakes/fake-pages';
import { changeFacts } from './change-facts';
import { siteAfter } from './closed-site';
import { putChange } from './governed-site';
import { historyThrough, WHOLE_WAY } from './histories';

/** The page of the month in which the changes of the tests are closed. */
export const TITLE = 'Change log March 2026';

/** Another change is closed in the same month and its message is worked on. */
export async function closeAnother(fakes: Fakes, id = '10002', description = 'Another change.'): Promise<void> {
  const facts = changeFacts({ change: { id, key: `CHG-${id}` }, stage: 'closed', fields: { description } });
  putChange(fakes, facts, historyThrough(WHOLE_WAY, { id: `move-${id}` }));
  await recordChange(fakes, id);
}

/** The page with this title that is not in the bin. */
export function pageCalled(fakes: Fakes, title: string): FakePage {
  const found = [...fakes.pages.pages.values()].find((page) => page.title === title && !page.trashed);
  if (found === undefined) throw new Error(`There is no page "${title}".`);
  return found;
}

/** A page of the month as the log keeps it. */
export function logPart(fakes: Fakes, index = 0): LogPart | undefined {
  return fakes.store.months.get('2026-03')?.parts[index];
}

/** Numbers of the records that a page shows. */
export function shown(page: FakePage): readonly number[] {
  return page.content?.kind === 'month' ? page.content.records.map(({ seq }) => seq) : [];
}

/** A site on which one change is on record and on its page. */
export async function siteWithPage(): Promise<Fakes> {
  const fakes = siteAfter();
  await recordChange(fakes, '10001');
  return fakes;
}
