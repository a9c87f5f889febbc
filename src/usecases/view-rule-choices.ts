import { isChangeField, type FieldId } from '../domain/change/change-field';
import type { FieldMap, JiraName } from '../domain/change/field-map';
import type { AccountId } from '../domain/change/identity';
import { GATES, type Gate } from '../domain/change/lifecycle';
import { actorGuards } from '../domain/guards/actor-guards';
import { withFieldIds } from '../domain/guards/expression-text';
import type { ActorGuard, UnsaidRule } from '../domain/guards/guard';
import type { Policy } from '../domain/policy/policy';
import type { Rule } from '../domain/policy/policy-rule';
import type { NamedJiraField } from '../ports/jira-administration';
import type { Ports } from '../ports/ports';
import { requireAdministrator } from './require-administrator';

/** A guard that can be put on a transition of this Jira. */
export interface ReadyGuard {
  readonly guard: ActorGuard;
  /** With the ids of the fields; undefined where one is missing, or where several have its name. */
  readonly expression: string | undefined;
}

/** What a transition that passes a gate can carry, and what the policy asks there. */
export interface GateChoice {
  readonly gate: Gate;
  readonly rules: readonly Rule[];
  readonly guards: readonly ReadyGuard[];
  readonly unsaid: readonly UnsaidRule[];
}

export interface RuleChoices {
  readonly policy: Policy | undefined;
  readonly gates: readonly GateChoice[];
}

/**
 * What can be chosen for the app's rules on a transition. Workflows of company-managed projects are edited by Jira
 * administrators only, and so is this for them.
 * @throws Failure `not-allowed`, and as the ports do.
 */
export async function viewRuleChoices(
  ports: Pick<Ports, 'people' | 'archive' | 'setupRegister' | 'administration'>,
  caller: AccountId,
): Promise<RuleChoices> {
  await requireAdministrator(ports, caller);
  const [inForce, settings, map, fields] = await Promise.all([
    ports.archive.policyInForce(),
    ports.archive.settings(),
    ports.setupRegister.fieldMap(),
    ports.administration.customFields(),
  ]);
  const policy = inForce?.policy;
  if (policy === undefined)
    return { policy, gates: GATES.map((gate) => ({ gate, rules: [], guards: [], unsaid: [] })) };
  const idOf = (field: FieldId) => idIn(field, policy, map, fields);
  const gates = GATES.map((gate) => {
    const { guards, unsaid } = actorGuards(policy, settings, gate);
    return {
      gate,
      rules: policy.rules.filter((rule) => rule.gates.includes(gate)),
      guards: guards.map((guard) => ({ guard, expression: withFieldIds(guard.expression, idOf) })),
      unsaid,
    };
  });
  return { policy, gates };
}

/** Fields of the policy are found by their titles, those of every change as the field map says. */
function idIn(
  field: FieldId,
  { fields: own }: Policy,
  map: FieldMap,
  fields: readonly NamedJiraField[],
): string | undefined {
  const title = own.find(({ id }) => id === field)?.title;
  const name: JiraName | undefined =
    title !== undefined ? { name: title } : isChangeField(field) ? map.fields[field] : undefined;
  if (name === undefined) return undefined;
  const found = fields.filter((one) => ('id' in name ? one.id === name.id : one.name === name.name));
  return found.length === 1 ? found[0]?.id : undefined;
}
