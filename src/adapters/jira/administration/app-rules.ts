import { getAppContext, route } from '@forge/api';
import { ruleCapabilities } from '../../../contracts/jira/administration/workflow-parts';
import { Failure } from '../../../domain/failure';
import { readAsApp } from './administer';
import type { AppRule, AppRules } from './workflow-document';

/** Keys of modules in manifest.yml. */
const GATE_MODULE = 'change-gate';
const EXPRESSION_MODULE = 'change-person-guard';

/**
 * The app's own rules among those that can be attached. Several environments of the app may be installed on a site: only
 * those of this one are taken, where the runtime says which it is.
 */
export async function findAppRules(
  of: { readonly projectId: string; readonly issueTypeId: string } | { readonly workflowId: string },
): Promise<AppRules> {
  const query = new URLSearchParams({ ...of });
  const { forgeRules } = await readAsApp(route`/rest/api/3/workflows/capabilities?${query}`, ruleCapabilities);
  const environment = environmentId();
  const own = forgeRules.filter(
    ({ id, ruleType }) => ruleType === 'Validator' && (environment === undefined || id.includes(`/${environment}/`)),
  );
  const find = (module: string): AppRule | undefined => own.find(({ id }) => id.endsWith(`/${module}`));
  const gate = find(GATE_MODULE);
  if (gate === undefined) throw ruleMissing();
  return { gate, expression: find(EXPRESSION_MODULE) };
}

function environmentId(): string | undefined {
  try {
    return getAppContext().environmentAri.environmentId;
  } catch {
    // Not known where the runtime does not say, as under `forge tunnel`.
    return undefined;
  }
}

export function ruleMissing(): Failure {
  return new Failure(
    'unexpected-answer',
    'Jira does not offer the gate of this app among the rules of workflows. Check that the app is installed and up to date.',
  );
}
