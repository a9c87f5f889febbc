/** A field as it applies to the issues of one type in one project. */
import type { CustomFieldContext } from './field-state';
import type { Field } from './field-kind';

export interface IssueScope {
  readonly projectId: string;
  readonly issueTypeId: string;
}

/** The context of a custom field for such an issue: one for its project goes before a global one. */
export function contextFor(field: Field, scope: IssueScope): CustomFieldContext | undefined {
  const fitting = field.contexts.filter(
    ({ issueTypeIds }) => issueTypeIds.length === 0 || issueTypeIds.includes(scope.issueTypeId),
  );
  const ofProject = field.contexts.some(({ projectIds }) => projectIds.includes(scope.projectId));
  return fitting.find(({ projectIds }) => (ofProject ? projectIds.includes(scope.projectId) : projectIds.length === 0));
}

/** The field with the options that can be chosen there, or undefined when no context brings it there. */
export function applicableField(field: Field, scope: IssueScope): Field | undefined {
  if (!field.custom) return field;
  const context = contextFor(field, scope);
  if (context === undefined) return undefined;
  const options = context.options.filter(({ disabled }) => !disabled);
  return { ...field, options, defaultValue: context.defaultValue };
}
