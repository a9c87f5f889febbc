/** One issue as an answer, with the fields, properties and expansions that the request asks for. */
import type { Account, JiraSite } from '../jira-site';
import { unsupported } from '../refusal';
import type { IssueRecord } from '../state';
import { availableTransitions, screenFields, transitionView } from '../workflow/available-transitions';
import { selectFields } from './field-selection';
import { fieldNames, fieldSchemas, historyView, issueFields, issueHead } from './issue-view';
import { editScreen } from './update-issue';

export interface IssueQuestion {
  readonly fields: readonly string[];
  readonly byDefault: string;
  readonly expand: readonly string[];
  readonly properties: readonly string[];
}

const NOT_EXPANDED = ['renderedFields', 'operations', 'versionedRepresentations'];

export function showIssue(site: JiraSite, account: Account, issue: IssueRecord, question: IssueQuestion) {
  const { expand } = question;
  const missing = expand.find((name) => NOT_EXPANDED.includes(name));
  if (missing !== undefined) throw unsupported(`expand=${missing}`);
  const chosen = selectFields(site.store, question.fields, question.byDefault);
  return {
    ...issueHead(site, issue),
    fields: issueFields(site, issue, account, chosen),
    ...(question.properties.length === 0 ? {} : { properties: chosenProperties(issue, question.properties) }),
    ...(expand.includes('names') ? { names: fieldNames(chosen) } : {}),
    ...(expand.includes('schema') ? { schema: fieldSchemas(chosen) } : {}),
    ...(expand.includes('changelog') ? { changelog: changelogPage(site, account, issue) } : {}),
    ...(expand.includes('editmeta')
      ? { editmeta: { fields: screenFields(site, issue, editScreen(site, account, issue)) } }
      : {}),
    ...(expand.includes('transitions')
      ? {
          transitions: availableTransitions(site, account, issue).map((transition) =>
            transitionView(site, issue, transition, expand.includes('transitions.fields')),
          ),
        }
      : {}),
  };
}

/** The newest first, unlike the changelog resource. */
function changelogPage(site: JiraSite, account: Account, issue: IssueRecord) {
  const histories = issue.history.map((history) => historyView(site, history, account)).reverse();
  return { startAt: 0, maxResults: histories.length, total: histories.length, histories };
}

function chosenProperties(issue: IssueRecord, asked: readonly string[]): Record<string, unknown> {
  const names = asked.flatMap((entry) => entry.split(',')).map((entry) => entry.trim());
  const every = names.includes('*all');
  return Object.fromEntries(Object.entries(issue.properties).filter(([key]) => every || names.includes(key)));
}
