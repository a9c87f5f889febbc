import type { Finding, RuleResult } from '../policy/evaluation';
import type { Rule } from '../policy/policy-rule';
import type { DecidedCode } from './deploy-code';

export type RefusalCode = Exclude<DecidedCode, 'allowed'>;

/** Rules about the moment of passing a gate: a change that has begun has met them and is not held to them again. */
const OF_THE_MOMENT: readonly (Rule['kind'] | undefined)[] = ['notice', 'no-overlap'];

const OF_THE_CALENDAR: readonly (Rule['kind'] | undefined)[] = [
  'outside-freezes',
  'in-maintenance-window',
  'notice',
  'no-overlap',
];

/**
 * The code for a rule that keeps a change from being deployed; undefined for one that does not.
 * @param kind Undefined for what every policy asks: a type that it knows.
 * @param hasBegun Whether the change is under implementation.
 */
export function refusalOf(
  kind: Rule['kind'] | undefined,
  { status, findings }: RuleResult,
  hasBegun: boolean,
): RefusalCode | undefined {
  if (status !== 'unmet' && status !== 'unknown') return undefined;
  if (hasBegun && OF_THE_MOMENT.includes(kind)) return undefined;
  if (status === 'unknown') return 'cannot-tell';
  if (holdsRefusal(findings, 'approval-void') || holdsRefusal(findings, 'approval-expired')) return 'stale-approval';
  if (holdsRefusal(findings, 'in-freeze')) return 'frozen';
  return OF_THE_CALENDAR.includes(kind) ? 'outside-window' : 'not-approved';
}

function holdsRefusal(findings: readonly Finding[], code: Finding['reason']['code']): boolean {
  return findings.some(
    ({ met, reason, parts }) => met === 'no' && (reason.code === code || holdsRefusal(parts ?? [], code)),
  );
}
