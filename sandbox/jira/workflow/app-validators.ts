/** Runs an app's workflow validators (`forge:expression-validator`) through the Forge host. */
import { findField } from '../fields/field-catalogue';
import { asText } from '../fields/field-kind';
import { withoutPersonalData } from '../issue/personal-data';
import type { JiraSite } from '../jira-site';
import type { IssueRecord, Json, Transition, WorkflowRule } from '../state';
import { ruleConfiguration } from './supported-rules';

/** What a person reads when a rule could not be run or refuses without a reason of its own. */
export const RULE_FAILED = 'This transition was blocked because one of its workflow rules could not be run.';
export const RULE_REFUSED = 'This transition was blocked by one of its workflow rules.';

/**
 * Why the app refuses, or undefined. A rule that is not installed, or whose run fails, refuses: what Jira does then is
 * not documented for functions, and an expression validator fails closed.
 */
export async function appRefusal(
  site: JiraSite,
  issue: IssueRecord,
  transition: Transition,
  rule: WorkflowRule,
  changes: ReadonlyMap<string, Json>,
): Promise<string | undefined> {
  if (rule.parameters.disabled === 'true') return undefined;
  try {
    const answer = await site.extensions.validate({
      ruleArn: rule.parameters.key ?? '',
      configuration: ruleConfiguration(rule.parameters.config ?? '') ?? {},
      issue: { id: issue.id, key: issue.key },
      transition: {
        from: { id: asText(issue.values.status) },
        to: { id: transition.toStatusId },
        modifiedFields: modifiedFields(site, issue, changes),
      },
    });
    if (answer === undefined) return RULE_FAILED;
    if (answer.result) return undefined;
    return answer.errorMessage === undefined || answer.errorMessage === '' ? RULE_REFUSED : answer.errorMessage;
  } catch {
    return RULE_FAILED;
  }
}

/** In the formats of Get issue, people as `{accountId}`, what was emptied as null. */
function modifiedFields(
  site: JiraSite,
  issue: IssueRecord,
  changes: ReadonlyMap<string, Json>,
): Record<string, unknown> {
  const project = site.store.projectOf(issue);
  return Object.fromEntries(
    [...changes].map(([id, value]) => {
      const field = findField(site.store, id);
      const shown = field === undefined || value === null ? null : field.kind.show(value, { site, field, project });
      return [id, structuredClone(withoutPersonalData(shown))];
    }),
  );
}
