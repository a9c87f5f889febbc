/** GET /rest/api/3/issue/{issueIdOrKey}/transitions */
import { holds } from '../access';
import { applicableField } from '../fields/applicable-field';
import { findField } from '../fields/field-catalogue';
import { asText } from '../fields/field-kind';
import { fieldMetadata } from '../fields/field-metadata';
import type { Account, JiraSite } from '../jira-site';
import { alternativeTypes } from '../issue/issue-type-change';
import { issueTypeView, statusView } from '../object-views';
import { fieldsOnScreen } from '../screens/issue-screens';
import type { IssueRecord, Transition } from '../state';
import { conditionsAllow } from './conditions';
import { transitionsFrom } from './life-cycle';

/** The transitions that this account can choose now; none without TRANSITION_ISSUES. */
export function availableTransitions(site: JiraSite, account: Account, issue: IssueRecord): readonly Transition[] {
  if (!holds(site, account, 'TRANSITION_ISSUES', site.store.projectOf(issue))) return [];
  return transitionsFrom(site, issue).filter((transition) => conditionsAllow(site, account, issue, transition));
}

/** Ids of the fields on the screen of a transition, or undefined when it has none. */
export function transitionScreen(site: JiraSite, transition: Transition): readonly string[] | undefined {
  const screen = site.store.state.screens.find(({ id }) => id === transition.screenId);
  return screen === undefined ? undefined : fieldsOnScreen(screen);
}

export function transitionView(site: JiraSite, issue: IssueRecord, transition: Transition, withFields: boolean) {
  const screen = transitionScreen(site, transition);
  return {
    id: transition.id,
    name: transition.name,
    to: statusView(site, site.store.status(transition.toStatusId)),
    hasScreen: screen !== undefined,
    isGlobal: transition.type === 'GLOBAL',
    isInitial: false,
    isAvailable: true,
    isConditional: transition.conditions !== null,
    isLooped: transition.type !== 'GLOBAL' && transition.toStatusId === issue.values.status,
    ...(withFields ? { fields: screenFields(site, issue, screen ?? []) } : {}),
  };
}

/** The metadata of those fields that apply to the issue. */
export function screenFields(site: JiraSite, issue: IssueRecord, ids: readonly string[]): Record<string, unknown> {
  const scope = { projectId: asText(issue.values.project), issueTypeId: asText(issue.values.issuetype) };
  const fields = ids.flatMap((id) => {
    const field = findField(site.store, id);
    const applicable = field === undefined ? undefined : applicableField(field, scope);
    return applicable === undefined || applicable.app?.readOnly === true ? [] : [applicable];
  });
  return Object.fromEntries(
    fields.map((field) => {
      const metadata = fieldMetadata(site, field);
      if (field.id !== 'issuetype') return [field.id, metadata];
      const allowedValues = alternativeTypes(site, issue).map((id) => issueTypeView(site, id));
      return [field.id, { ...metadata, required: true, allowedValues }];
    }),
  );
}
