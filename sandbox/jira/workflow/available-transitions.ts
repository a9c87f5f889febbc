/** GET /rest/api/3/issue/{issueIdOrKey}/transitions */
import { holds } from '../access';
import { findField } from '../fields/field-catalogue';
import type { Field } from '../fields/field-kind';
import { fieldMetadata } from '../fields/field-metadata';
import type { Account, JiraSite } from '../jira-site';
import { statusView } from '../object-views';
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
  return site.store.state.screens.find((screen) => screen.id === transition.screenId)?.fieldIds;
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
    ...(withFields ? { fields: screenFields(site, screen ?? []) } : {}),
  };
}

export function screenFields(site: JiraSite, ids: readonly string[]): Record<string, unknown> {
  const fields = ids.map((id) => findField(site.store, id)).filter((field): field is Field => field !== undefined);
  return Object.fromEntries(fields.map((field) => [field.id, fieldMetadata(site, field)]));
}
