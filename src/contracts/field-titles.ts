import { isChangeField, type FieldId } from '../domain/change/change-field';
import { FIELD_TITLES } from '../domain/change/jira-titles';
import type { Policy } from '../domain/policy/policy';

export { isChangeField } from '../domain/change/change-field';
export { CHANGE_REQUEST, FIELD_TITLES, GATE_TITLES, STAGE_TITLES } from '../domain/change/jira-titles';

/**
 * What Jira calls a field: a field of every change by its usual title, one of the policy's own by the title that the
 * policy gives it. A field that the policy does not know any more keeps its id.
 */
export function fieldTitle(policy: Pick<Policy, 'fields'>, field: FieldId): string {
  return isChangeField(field) ? FIELD_TITLES[field] : (policy.fields.find(({ id }) => id === field)?.title ?? field);
}
