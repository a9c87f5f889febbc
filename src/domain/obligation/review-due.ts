import { addDuration } from '../calendar/duration';
import type { CivilDate, PolicyMetadata } from '../policy/policy';

/**
 * The day on which the policy itself is due for review: the one that the document names, or else so many months after
 * the latest day on which it says it was approved, was updated or took effect. Undefined where it says neither.
 */
export function reviewDueOn(about: PolicyMetadata): CivilDate | undefined {
  const { nextReview, reviewEveryMonths } = about;
  if (nextReview !== undefined) return nextReview;
  const latest = [about.approvedOn, about.effectiveDate, about.lastUpdated].filter(isDate).sort().at(-1);
  if (latest === undefined || reviewEveryMonths === undefined) return undefined;
  return addDuration(`${latest}T00:00:00.000Z`, { months: reviewEveryMonths }).slice(0, 'yyyy-mm-dd'.length);
}

/** Whether what the document says is a date at all; it may be a placeholder. */
function isDate(text: string | undefined): text is CivilDate {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);
}
