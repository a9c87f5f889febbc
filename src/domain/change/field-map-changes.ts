import { CHANGE_FIELDS } from './change-field';
import type { FieldMap, JiraName } from './field-map';
import { STAGES } from './lifecycle';

/** @property part `issue-type`, `field:` and the field, or `status:` and the stage. */
export interface MapChange {
  readonly part: string;
  readonly before: JiraName;
  readonly after: JiraName;
}

/** What of a change is found elsewhere by the other map. */
export function mapChanges(before: FieldMap, after: FieldMap): readonly MapChange[] {
  const parts: readonly MapChange[] = [
    { part: 'issue-type', before: before.issueType, after: after.issueType },
    ...CHANGE_FIELDS.map((field) => ({
      part: `field:${field}`,
      before: before.fields[field],
      after: after.fields[field],
    })),
    ...STAGES.map((stage) => ({ part: `status:${stage}`, before: before.stages[stage], after: after.stages[stage] })),
  ];
  return parts.filter((part) => !isSame(part.before, part.after));
}

function isSame(one: JiraName, other: JiraName): boolean {
  return 'id' in one ? 'id' in other && one.id === other.id : 'name' in other && one.name === other.name;
}
