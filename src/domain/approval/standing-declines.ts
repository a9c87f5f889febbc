import type { Finding } from '../policy/evaluation';
import type { ApprovalRule } from '../policy/policy-rule';
import { rolesIn } from './requirement';
import type { Voice } from './voice';

/**
 * The declines that stop a change: those that stand, by people in a role whose decline the rule takes for a veto. That is
 * every role that the requirement names, unless the rule says otherwise. One finding for each, in the order of the sheet.
 */
export function findDeclines(
  { requirement, veto }: Pick<ApprovalRule, 'requirement' | 'veto'>,
  voices: readonly Voice[],
): readonly Finding[] {
  if (veto === 'nobody') return [];
  const findings: Finding[] = [];
  for (const { vote, weight, roles } of voices) {
    if (vote.decision !== 'decline' || weight !== 'stands') continue;
    const heard = veto ?? rolesIn(requirement);
    const entitled = roles.filter((role) => heard.includes(role));
    if (entitled.length === 0) continue;
    findings.push({
      met: 'no',
      reason: { code: 'declined', by: vote.by, at: vote.at, roles: entitled },
      remedy: { do: 'settle-decline', by: vote.by },
    });
  }
  return findings;
}
