import type { FollowedConditions, FollowedRule } from '../../../contracts/jira/administration/standing-workflow';
import type { StandingNative } from '../../../domain/aftermath/native-guards';
import type { FieldId } from '../../../domain/change/change-field';
import type { Stage } from '../../../domain/change/lifecycle';

/** What the ids of this Jira mean to a change. */
interface Meanings {
  readonly fieldById: (id: string) => FieldId | null;
  readonly stageById: (id: string) => Stage | null;
}

/**
 * Those of Jira's own rules on a transition that can be among the guards. One among conditions of which any will do keeps
 * nobody off, so it counts as absent.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/
 */
export function standingNative(
  validators: readonly FollowedRule[],
  conditions: FollowedConditions,
  meanings: Meanings,
): readonly StandingNative[] {
  return [...validators, ...binding(conditions)].flatMap((rule) => nativeOf(rule, meanings) ?? []);
}

function binding({ operation, conditions, conditionGroups }: FollowedConditions): readonly FollowedRule[] {
  const [rules, groups] = [conditions ?? [], conditionGroups ?? []];
  if (operation !== 'ALL' && rules.length + groups.length > 1) return [];
  return [...rules, ...groups.flatMap(binding)];
}

function nativeOf({ ruleKey, parameters }: FollowedRule, meanings: Meanings): StandingNative | undefined {
  const { fieldById, stageById } = meanings;
  const text = (name: string) => (typeof parameters[name] === 'string' ? parameters[name] : '');
  if (ruleKey === 'system:separation-of-duties') {
    return { by: 'other-person', from: stageById(text('fromStatusId')), to: stageById(text('toStatusId')) };
  }
  if (ruleKey !== 'system:validate-field-value') return undefined;
  if (text('ruleType') === 'fieldRequired') {
    return { by: 'filled', fields: text('fieldsRequired').split(',').map(fieldById) };
  }
  if (text('ruleType') !== 'dateFieldComparison' || text('conditionSelected') !== '>') return undefined;
  return { by: 'later', field: fieldById(text('date1FieldKey')), than: fieldById(text('date2FieldKey')) };
}
