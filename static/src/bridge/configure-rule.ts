import { workflowRules } from '@forge/jira-bridge';

type OnConfigure = Parameters<typeof workflowRules.onConfigure>[0];

/**
 * From now on Jira asks here for the configuration when the rule is saved. Undefined keeps the form open, which the types
 * of the package leave out.
 * @see https://developer.atlassian.com/platform/forge/apis-reference/jira-api-bridge/workflowRules/
 */
export async function onSaveRule(configuration: () => string | undefined): Promise<void> {
  await workflowRules.onConfigure(configuration as OnConfigure);
}
