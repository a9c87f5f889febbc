/** `system:previous-status-condition` and `system:previous-status-validator`, by the changelog of the issue. */
import { asText } from '../fields/field-kind';
import type { IssueRecord } from '../state';
import { listed } from './supported-rules';

/** True when the issue has been in the status that the rule names; with `not`, when it has not been. */
export function meetsPreviousStatus(issue: IssueRecord, parameters: Readonly<Record<string, string>>): boolean {
  const passed = issue.history
    .flatMap(({ items }) => items)
    .filter((item) => item.fieldId === 'status')
    .filter((item) => parameters.ignoreLoopTransitions !== 'true' || item.from !== item.to)
    .map((item) => item.from);
  const current = parameters.includeCurrentStatus === 'true' ? [asText(issue.values.status)] : [];
  const considered = [...passed, ...current];
  const looked = parameters.mostRecentStatusOnly === 'true' ? considered.slice(-1) : considered;
  const wanted = listed(parameters.previousStatusIds);
  const found = looked.some((id) => id !== null && wanted.includes(id));
  return parameters.not === 'true' ? !found : found;
}
