/** A person as Jira's REST API shows one. */
import { isAdministrator } from './access';
import type { Account, JiraSite } from './jira-site';

export interface UserView {
  readonly self: string;
  readonly accountId: string;
  readonly emailAddress?: string;
  readonly avatarUrls: Readonly<Record<string, string>>;
  readonly displayName: string;
  readonly active: boolean;
  readonly timeZone?: string;
  readonly accountType: string;
}

/**
 * The user as `viewer` sees them. E-mail addresses are shown to the person and to administrators who are people, never
 * to apps: a Forge app sees none unless the person made it public. Somebody unknown is Jira's "Former user".
 */
export function userView(site: JiraSite, accountId: string, viewer?: Account): UserView {
  const person = site.directory.findPerson(accountId);
  const seesEmail =
    viewer?.kind === 'user' &&
    (viewer.accountId === accountId || isAdministrator(site, viewer)) &&
    person !== undefined;
  return {
    self: `${site.baseUrl()}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    ...(seesEmail ? { emailAddress: person.emailAddress } : {}),
    avatarUrls: avatarUrls(site),
    displayName: person?.displayName ?? 'Former user',
    active: person?.active ?? false,
    ...(person === undefined ? {} : { timeZone: person.timeZone }),
    accountType: person?.accountType ?? 'atlassian',
  };
}

export function avatarUrls(site: JiraSite): Readonly<Record<string, string>> {
  const url = `${site.baseUrl()}/images/avatar.svg`;
  return { '48x48': url, '24x24': url, '16x16': url, '32x32': url };
}

export function displayName(site: JiraSite, accountId: string): string {
  return site.directory.findPerson(accountId)?.displayName ?? 'Former user';
}
