/** POST /rest/api/3/issue/{issueIdOrKey}/transitions */
import { z } from 'zod';
import { requireIssue } from '../access';
import { asText } from '../fields/field-kind';
import { applyValues, recordHistory } from '../issue/apply-edits';
import { addComment } from '../issue/comments';
import { editRequestSchema, NO_EDITS, readEdits, refuseUnsupportedParts, scopeOf } from '../issue/issue-edits';
import type { IssueEdits } from '../issue/issue-edits';
import { publishUpdated } from '../issue/issue-events';
import type { Account, JiraSite } from '../jira-site';
import { badRequest, JiraRefusal, notFound } from '../refusal';
import type { ChangeItem, IssueRecord, Json, Transition } from '../state';
import { appRefusal } from './app-validators';
import { availableTransitions, transitionScreen } from './available-transitions';
import type { RuleRun } from './expression-rules';
import { resolutionAfter } from './life-cycle';
import { nativeRefusal } from './native-validators';
import { FORGE_VALIDATOR } from './supported-rules';

const requestSchema = editRequestSchema.extend({
  transition: z.object({ id: z.union([z.string(), z.number()]).transform(String) }),
});

/**
 * Moves an issue: permission and conditions, then the fields of the screen, then every validator in its order, then the
 * move. A refusal carries the messages of all validators that refused and changes nothing. While the app's validators
 * run others may write: when the issue has left the status meanwhile, the move is refused with 409.
 */
export async function performTransition(
  site: JiraSite,
  account: Account,
  idOrKey: string,
  body: unknown,
): Promise<void> {
  const issue = requireIssue(site, account, idOrKey);
  const request = requestSchema.safeParse(body);
  if (!request.success) throw badRequest("Missing 'transition' identifier");
  refuseUnsupportedParts(body, 'properties', 'historyMetadata');
  const id = request.data.transition.id;
  const transition = availableTransitions(site, account, issue).find((entry) => entry.id === id);
  if (transition === undefined) throw badRequest(`Transition id '${id}' is not valid for this issue.`);
  const screen = transitionScreen(site, transition);
  // Jira ignores, silently, what is posted for a transition that has no screen.
  const edits =
    screen === undefined
      ? NO_EDITS
      : readEdits(site, { account, ...scopeOf(site, issue), screen, issue }, request.data);
  const from = asText(issue.values.status);
  const messages = await refusals({ site, account, issue, ...edits, transition });
  if (messages.length > 0) throw badRequest(...messages);
  const current = site.store.findIssue(issue.id);
  if (current === undefined) throw notFound('Issue does not exist or you do not have permission to see it.');
  if (current.values.status !== from) {
    throw new JiraRefusal(409, ['The issue could not be updated due to a conflicting update.']);
  }
  commit(site, account, current, transition, edits);
}

async function refusals(run: RuleRun): Promise<readonly string[]> {
  const messages: string[] = [];
  for (const rule of run.transition.validators) {
    const message = rule.ruleKey === FORGE_VALIDATOR ? await appRefusal(run, rule) : nativeRefusal(rule, run);
    if (message !== undefined && !messages.includes(message)) messages.push(message);
  }
  return messages;
}

function commit(site: JiraSite, account: Account, issue: IssueRecord, transition: Transition, edits: IssueEdits): void {
  const now = site.clock.now();
  const before = site.store.statusOf(issue);
  const after = site.store.status(transition.toStatusId);
  const items: ChangeItem[] = [...applyValues(site, issue, edits.values)];
  const resolution = resolutionAfter(site, issue, transition, before.category);
  const resolved: [string, Json] = ['resolution', resolution];
  items.push(...applyValues(site, issue, new Map([resolved, ['status', after.id]])));
  if (items.some((item) => item.fieldId === 'resolution'))
    issue.values.resolutiondate = resolution === null ? null : now;
  if (before.category !== after.category) issue.values.statuscategorychangedate = now;
  const history = recordHistory(site, issue, account.accountId, items);
  if (history !== undefined) publishUpdated(site, account, issue, history, 'issue_generic');
  for (const comment of edits.comments) addComment(site, account, issue, comment);
}
