import { badRequest } from './confluence-error';
import type { StoredPage } from './content-model';
import { currentVersion } from './content-model';

const ORDERS: Readonly<Record<string, (left: StoredPage, right: StoredPage) => number>> = {
  id: (left, right) => Number(left.id) - Number(right.id),
  'created-date': (left, right) => left.createdAt - right.createdAt,
  'modified-date': (left, right) => currentVersion(left).createdAt - currentVersion(right).createdAt,
  title: (left, right) => currentVersion(left).title.localeCompare(currentVersion(right).title, 'en'),
};

/** `PageSortOrder` of the v2 API; ties keep the order of ids. */
export function sortPages(pages: readonly StoredPage[], sort = 'id'): readonly StoredPage[] {
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  const order = Object.hasOwn(ORDERS, name) ? ORDERS[name] : undefined;
  if (order === undefined) throw badRequest(`Provided value {${sort}} for 'sort' is not one of the expected values`);
  return [...pages].sort(
    (left, right) => (descending ? -order(left, right) : order(left, right)) || +left.id - +right.id,
  );
}
