import type { CheckItem, ClauseRef } from '../../contracts/api/panel-api';
import { reasonText, remedyText } from '../../contracts/reason-text';
import type { CheckedItem } from '../../domain/policy/checklist';
import type { Policy } from '../../domain/policy/policy';

/** One thing of a checklist, in words. */
export function checkItem(item: CheckedItem, policy: Policy): CheckItem {
  return {
    ruleId: item.ruleId,
    state: item.state,
    text: reasonText(item.reason, policy),
    // Whom to ask for an approval is said by name, under `waitingFor`.
    remedy:
      item.remedy === undefined || item.remedy.do === 'approve' || item.state === 'met'
        ? null
        : remedyText(item.remedy, policy),
    clauses: clauseRefs(item.clauses, policy),
  };
}

/** Clauses with what the policy says in them. */
export function clauseRefs(ids: readonly string[], policy: Policy): ClauseRef[] {
  return ids.map((id) => ({ id, text: policy.clauses.find((clause) => clause.id === id)?.text ?? '' }));
}
