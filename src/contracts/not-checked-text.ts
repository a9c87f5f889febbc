import type { Policy } from '../domain/policy/policy';
import type { SatisfiabilityReport } from '../domain/policy/satisfiability/report';
import { fieldTitle } from './field-titles';
import { list } from './wording/lists';

/** That the report says more than there is, because not everything was told apart; undefined where it does not. */
export function notToldApartText(
  { notToldApart }: Pick<SatisfiabilityReport, 'notToldApart'>,
  policy: Policy,
): string | undefined {
  if (notToldApart.length === 0) return undefined;
  const titles = notToldApart.map((id) => (id === 'risk' ? 'the risk level' : fieldTitle(policy, id)));
  return `There are too many kinds of change to look at each: every rule that depends on ${list(titles, 'or')} was taken to apply, so there may be dead ends here that no change meets.`;
}

/** That the report may say less than there is, because it was given up to check everything; none where it was not. */
export function notCheckedTexts({
  notChecked: { all, oneAway },
}: Pick<SatisfiabilityReport, 'notChecked'>): readonly string[] {
  const others = oneAway.filter((type) => !all.includes(type));
  return [
    ...(all.length === 0
      ? []
      : [
          `It was not checked to the end whether every ${list(all, 'or')} change can get through: there are too many ways to share out its duties and approvals, so there may be dead ends that are not listed. Ask for simpler approvals by different people, or put the policy in force only if you know who gets each change through.`,
        ]),
    ...(others.length === 0
      ? []
      : [
          `It was not checked to the end whether every ${list(others, 'or')} change can get through with one person away: there are too many ways to share out its duties and approvals, so more may hang on one person than is listed.`,
        ]),
  ];
}
