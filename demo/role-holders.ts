import type { RoleHolders } from '../src/domain/settings';

function groups(...names: readonly string[]): RoleHolders {
  return { groups: names.map((name) => `grp-${name}`), people: [], projectRoles: [] };
}

/** Who holds the roles of the policies on this site: one list, because policies share the words for them. */
export const ROLE_HOLDERS: Readonly<Record<string, RoleHolders>> = {
  'it-administrator': groups('it-administrators'),
  'security-lead': groups('security-leads'),
  cto: groups('cto-office'),
  'change-approver': groups('change-managers', 'engineering-heads'),
  'it-director': groups('it-directors'),
  'development-team-leader': groups('development-leads'),
  'it-team': groups('it-team'),
  'development-team': groups('developers'),
  'quality-assurance-team': groups('quality-assurance'),
  'higher-management': groups('management'),
  'security-team': groups('security-team'),
  'platform-team': groups('it-administrators'),
  'change-advisory-board': groups('change-advisory-board'),
  'designated-reviewer': groups('quality-assurance'),
  'head-of-engineering': groups('engineering-heads'),
  'security-officer': groups('security-leads'),
  'change-authority': groups('change-managers', 'engineering-heads'),
  'emergency-authority': groups('cto-office'),
};
