/** What a query is evaluated against, and how a query is refused. */
import type { Account, JiraSite } from '../jira-site';
import type { IssueRecord } from '../state';

export interface JqlContext {
  readonly site: JiraSite;
  readonly account: Account;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The time zone of the account, in which Jira reads dates without one. */
  readonly timeZone: string;
}

export type Predicate = (issue: IssueRecord) => boolean;

export function jqlContext(site: JiraSite, account: Account): JqlContext {
  const timeZone = site.directory.findPerson(account.accountId)?.timeZone ?? 'UTC';
  return { site, account, now: site.clock.now(), timeZone };
}
