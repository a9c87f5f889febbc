/** Runs an app's workflow validators (`forge:expression-validator`): functions through the Forge host, expressions here. */
import { findField } from '../fields/field-catalogue';
import { asText } from '../fields/field-kind';
import { realChanges } from '../issue/apply-edits';
import { withoutPersonalData } from '../issue/personal-data';
import type { JiraSite } from '../jira-site';
import type { IssueRecord, Json, WorkflowRule } from '../state';
import { validatorVerdict } from './expression-rules';
import type { RuleRun } from './expression-rules';
import { ruleConfiguration } from './supported-rules';

/** What a person reads when a rule could not be run or refuses without a reason of its own. */
export const RULE_FAILED = 'This transition was blocked because one of its workflow rules could not be run.';
export const RULE_REFUSED = 'This transition was blocked by one of its workflow rules.';

/**
 * Why the app refuses, or undefined. A rule that is not installed, or whose run fails, refuses: what Jira does then is
 * not documented for functions, and an expression validator fails closed.
 */
export async function appRefusal(run: RuleRun, rule: WorkflowRule): Promise<string | undefined> {
  if (rule.parameters.disabled === 'true') return undefined;
  const module = run.site.extensions.rules().find(({ key }) => key === rule.parameters.key);
  if (module?.expression === undefined) return functionRefusal(run, rule);
  if (module.type !== 'Validator') return RULE_FAILED;
  const verdict = validatorVerdict(run, rule, { ...module, expression: module.expression });
  if (verdict.allows) return undefined;
  return verdict.message === undefined || verdict.message === '' ? RULE_REFUSED : verdict.message;
}

async function functionRefusal(
  { site, issue, values, transition }: RuleRun,
  rule: WorkflowRule,
): Promise<string | undefined> {
  try {
    const answer = await site.extensions.validate({
      ruleArn: rule.parameters.key ?? '',
      configuration: ruleConfiguration(rule.parameters.config ?? '') ?? {},
      issue: { id: issue.id, key: issue.key },
      transition: {
        from: { id: asText(issue.values.status) },
        to: { id: transition.toStatusId },
        modifiedFields: modifiedFields(site, issue, realChanges(issue, values)),
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
