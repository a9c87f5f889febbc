import type { PolicyMetadata } from '../domain/policy/policy';
import { list } from './wording/lists';

/** What a policy says about itself, as labelled lines; what it does not say is left out. Days stay as they are written. */
export function aboutLines(about: PolicyMetadata): readonly { readonly label: string; readonly value: string }[] {
  const { reviewEveryMonths: months, frameworks = [], revisions = [] } = about;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Owner', about.owner],
    ['Author', about.author],
    ['Approved by', about.approvedBy],
    ['Approved on', about.approvedOn],
    ['Status', about.status],
    ['Effective', about.effectiveDate],
    ['Last updated', about.lastUpdated],
    ['Next review', about.nextReview],
    ['Reviewed', months === undefined ? undefined : `every ${months === 1 ? 'month' : `${String(months)} months`}`],
    ['Also reviewed after', list(about.reviewTriggers ?? [], 'or') || undefined],
    ...frameworks.map(({ name, controls }) => [name, controls.join(', ')] as const),
    ['Source', about.source],
    ...revisions.map(
      ({ version, date, author, changes }) => [`Version ${version}`, `${date}, ${author}: ${changes}`] as const,
    ),
  ];
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
