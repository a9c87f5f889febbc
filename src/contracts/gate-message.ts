import { checklistOf, type CheckedItem } from '../domain/policy/checklist';
import type { Evaluation } from '../domain/policy/evaluation';
import type { Policy } from '../domain/policy/policy';
import { GATE_TITLES } from './field-titles';
import { reasonText, remedyBeside, remedyText } from './reason-text';

/** Jira shows the message of a refused transition in a small box of plain text. */
const MOST_LINES = 8;

/**
 * What Jira shows when the gate refuses: one line for each missing thing with its clause and what to do, at most eight.
 */
export function gateMessage(evaluation: Evaluation, policy: Policy): string {
  const missing = checklistOf(evaluation).filter(({ state }) => state === 'unmet' || state === 'unknown');
  const lines = missing.slice(0, MOST_LINES).map((item) => `• ${itemLine(item, policy)}`);
  const rest = missing.length - lines.length;
  return [
    `${GATE_TITLES[evaluation.gate]} is not possible yet. ${policy.title} asks for ${things(missing.length)}:`,
    ...lines,
    ...(rest > 0 ? [`… and ${String(rest)} more in the Change control panel.`] : []),
  ].join('\n');
}

/** One missing thing: what is the case, the clause, and what to do where that is not plain. */
export function itemLine(item: CheckedItem, policy: Policy): string {
  const clauses = item.clauses.length === 0 ? '' : ` (${item.clauses.join(', ')})`;
  const withClauses = (sentence: string) => `${sentence.replace(/\.$/, '')}${clauses}.`;
  // The way out of a warning is no second thing that is missing.
  if (item.remedy?.do === 'give-reason') return withClauses(remedyText(item.remedy, policy));
  const remedy = remedyBeside(item.reason, item.remedy, policy);
  const what = withClauses(reasonText(item.reason, policy));
  return remedy === undefined ? what : `${what} ${remedy}`;
}

/** What Jira shows when the gate could not decide. Nothing was changed, and trying again is safe. */
export function undecidedMessage(why: string, reference: string): string {
  return `The change policy could not be checked: ${why} Nothing was changed; try again. Reject and Cancel work all the same. (ref ${reference})`;
}

function things(count: number): string {
  return count === 1 ? 'one more thing' : `${String(count)} more things`;
}
