import { partsOf, type Requirement } from '../../approval/requirement';
import type { LintCheck } from './lint-finding';

/** Requirements that no number of people can meet. */
export const impossibleRequirements: LintCheck = ({ rules, exceptions }) => [
  ...rules
    .filter((rule) => rule.kind === 'approval' && isImpossible(rule.requirement))
    .map(
      ({ id, clauses }) =>
        ({ code: 'requirement-never-met', severity: 'error', clauses, ruleIds: [id], in: 'rule' }) as const,
    ),
  ...(exceptions !== 'none' && isImpossible(exceptions.requirement)
    ? [
        {
          code: 'requirement-never-met',
          severity: 'error',
          clauses: exceptions.clauses,
          ruleIds: [],
          in: 'exceptions',
        } as const,
      ]
    : []),
];

function isImpossible(requirement: Requirement): boolean {
  if ('percent' in requirement) return requirement.percent > 100;
  if ('role' in requirement) return false;
  const possible = partsOf(requirement).filter((part) => !isImpossible(part));
  if ('allOf' in requirement) return possible.length < Math.max(1, requirement.allOf.length);
  return possible.length < ('anyOf' in requirement ? 1 : Math.max(1, requirement.atLeast));
}
