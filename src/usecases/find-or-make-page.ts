import { Failure } from '../domain/failure';
import { ROOT_TITLE, type PageProblem } from '../domain/record/change-log';
import { isOfLog, rootMark } from '../domain/record/page-mark';
import type { PageContent, StandingPage } from '../ports/change-log-pages';
import type { Ports } from '../ports/ports';

interface Place {
  readonly spaceId: string;
  readonly title: string;
  readonly content: PageContent;
  readonly logId: string;
}

type Found = { readonly page: StandingPage } | { readonly problem: PageProblem['code'] };

/**
 * The page for a part of the log: the one it is known to have, else one that an interrupted run made before, else a new
 * one. A page that is known but gone is a problem for a person, never a reason to make another.
 */
export async function findOrMakePage(ports: Ports, pageId: string | null, place: Place): Promise<Found> {
  if (pageId !== null) {
    const page = await ports.pages.read(pageId);
    return page === undefined ? { problem: 'page-missing' } : { page };
  }
  const root = await findOrMakeRoot(ports, place.spaceId, place.logId);
  if (typeof root !== 'string') return root;
  return adoptOrCreate(ports, place, root);
}

async function findOrMakeRoot(
  ports: Ports,
  spaceId: string,
  logId: string,
): Promise<string | { readonly problem: PageProblem['code'] }> {
  const known = await ports.pageRegister.rootPage(spaceId);
  if (known !== undefined) {
    return (await ports.pages.read(known)) === undefined ? { problem: 'root-missing' } : known;
  }
  const content: PageContent = { kind: 'root', mark: rootMark(logId) };
  const found = await adoptOrCreate(ports, { spaceId, title: ROOT_TITLE, content, logId }, null);
  if ('problem' in found) return found;
  await ports.pageRegister.saveRootPage(spaceId, found.page.pageId);
  return found.page.pageId;
}

/** Makes the page, unless its title stands already: then it is ours if it carries the mark of this log. */
async function adoptOrCreate(ports: Ports, place: Place, parentId: string | null): Promise<Found> {
  const { spaceId, title, content, logId } = place;
  const standing = await ports.pages.findByTitle(spaceId, title);
  if (standing !== undefined) return isOfLog(standing.mark, logId) ? { page: standing } : { problem: 'title-taken' };
  try {
    const pageId = await ports.pages.create({ spaceId, parentId, title, content });
    const page = await ports.pages.read(pageId);
    return page === undefined ? { problem: 'page-missing' } : { page };
  } catch (error) {
    if (error instanceof Failure && error.code === 'conflict') return adoptIfOurs(ports, place);
    if (error instanceof Failure && error.code === 'not-allowed') return { problem: 'not-permitted' };
    throw error;
  }
}

/** The title was taken a moment ago: by the app itself in another run, or by a page that the app may not see. */
async function adoptIfOurs(ports: Ports, { spaceId, title, logId }: Place): Promise<Found> {
  const page = await ports.pages.findByTitle(spaceId, title);
  return page !== undefined && isOfLog(page.mark, logId) ? { page } : { problem: 'title-taken' };
}
