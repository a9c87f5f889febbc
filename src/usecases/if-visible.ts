import { Failure } from '../domain/failure';
import type { Ports } from '../ports/ports';

/**
 * What was read for somebody who wants to see or change an issue. Reading begins while Jira is asked whether the person
 * behind the invocation may see the issue; whoever may not learns nothing of it, not even whether it is there.
 * @throws Failure `not-found` when the person may not see the issue; else as `read` does.
 */
export async function ifVisible<T>(
  { people }: Pick<Ports, 'people'>,
  issue: string,
  read: () => Promise<T>,
): Promise<T> {
  const [visible, value] = await Promise.allSettled([people.maySeeIssue(issue), read()]);
  if (visible.status === 'rejected') throw visible.reason;
  if (!visible.value) throw notVisible();
  if (value.status === 'rejected') throw value.reason;
  return value.value;
}

/** The same words for an issue that is hidden, one that is not there, and one that is no change request. */
export function notVisible(): Failure {
  return new Failure('not-found', 'There is no such change request, or you may not see it.');
}
