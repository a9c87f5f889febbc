import type { SettingsSummary } from './ledger/ledger-entry';

/** What an admin decides for a site: who holds which role of the policy, and where the change log is kept. */
export interface Settings {
  readonly revision: number;
  /** Role id of the policy -> ids of the Jira groups whose members hold it. */
  readonly roleGroups: Readonly<Record<string, readonly string[]>>;
  /** The Confluence space of the change log; null until one is chosen. */
  readonly spaceId: string | null;
}

export const NO_SETTINGS: Settings = { revision: 0, roleGroups: {}, spaceId: null };

/** The roles of the policy that somebody in these groups holds, in order of name. */
export function rolesHeld(settings: Settings, groupIds: readonly string[]): readonly string[] {
  return Object.entries(settings.roleGroups)
    .filter(([, groups]) => groups.some((group) => groupIds.includes(group)))
    .map(([role]) => role)
    .sort();
}

export function summaryOf({ roleGroups, spaceId }: Settings): SettingsSummary {
  return { roleGroups, spaceId };
}
