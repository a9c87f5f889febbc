import { ruleApi, type RuleChoicesView, type RuleGateView } from '../../contracts/api/rule-api';
import { callerContext } from '../../contracts/caller-context';
import { GATE_TITLES } from '../../contracts/field-titles';
import { ruleText } from '../../contracts/rule-text';
import { unsaidText } from '../../contracts/unsaid-text';
import { isAboutCloser } from '../../domain/guards/acting-duty';
import { besideOf } from '../../domain/guards/guard-digest';
import type { Policy } from '../../domain/policy/policy';
import { viewRuleChoices, type GateChoice, type RuleChoices } from '../../usecases/view-rule-choices';
import { resolverCall } from '../invocation';
import { resolverOf } from './named-functions';

/** The calls of the screens that configure the app's rules on a transition. */
export const ruleResolver = resolverOf({
  ruleChoices: resolverCall(callerContext, ruleApi.ruleChoices.request, async (ports, { accountId }) =>
    ruleChoicesView(await viewRuleChoices(ports, accountId)),
  ),
});

export function ruleChoicesView({ policy, gates }: RuleChoices): RuleChoicesView {
  return {
    policy: policy === undefined ? null : { title: policy.title, version: policy.version },
    gates: gates.map((choice) => gateView(choice, policy)),
  };
}

function gateView({ gate, rules, guards, unsaid }: GateChoice, policy: Policy | undefined): RuleGateView {
  const digests = besideOf(guards.map(({ guard }) => guard));
  const closing = rules.filter(isAboutCloser).map(({ id }) => id);
  return {
    gate,
    title: GATE_TITLES[gate],
    asks:
      policy === undefined ? [] : rules.map((rule) => ({ text: ruleText(rule, policy), clauses: [...rule.clauses] })),
    persons: guards.map(({ guard: { ruleId, clauses, message }, expression }) => ({
      ruleId,
      clauses: [...clauses],
      message,
      expression: expression ?? null,
      digest: digests[ruleId] ?? '',
      isNeeded: closing.includes(ruleId),
    })),
    unsaid: unsaid.map(unsaidText),
  };
}
