import { projectOf, type ChangeIdentity } from '../change/identity';
import { holds, type ConditionContext } from './holds';

/** Whether the policy governs the change. A change of which that is not known is governed. */
export function isInScope(
  context: ConditionContext & { readonly facts: { readonly change: ChangeIdentity } },
): boolean {
  const { projects, when } = context.policy.scope;
  if (projects !== undefined && !projects.includes(projectOf(context.facts.change))) return false;
  return when === undefined || holds(when, context) !== 'no';
}
