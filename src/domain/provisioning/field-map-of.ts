import { CHANGE_FIELDS, type ChangeField } from '../change/change-field';
import type { FieldMap, JiraName } from '../change/field-map';
import { STAGES, type Stage } from '../change/lifecycle';
import type { Parts } from './situation';

/** The field map with the id of everything that is known; what is not keeps its name. */
export function fieldMapOf(parts: Parts, before: FieldMap): FieldMap {
  const id = (key: string, otherwise: JiraName): JiraName => {
    const known = parts[key];
    return known === undefined ? otherwise : { id: known };
  };
  const fields = CHANGE_FIELDS.map((field): [ChangeField, JiraName] => [
    field,
    id(`field:${field}`, before.fields[field]),
  ]);
  const stages = STAGES.map((stage): [Stage, JiraName] => [stage, id(`status:${stage}`, before.stages[stage])]);
  return {
    issueType: id('issue-type', before.issueType),
    fields: { ...before.fields, ...Object.fromEntries(fields) },
    stages: { ...before.stages, ...Object.fromEntries(stages) },
  };
}
