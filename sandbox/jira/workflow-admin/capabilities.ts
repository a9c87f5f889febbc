/** GET /rest/api/3/workflows/capabilities */
import { badRequest, notFound } from '../refusal';
import type { JiraSite } from '../jira-site';
import { systemRules } from './system-rules';
import { findWorkflow, followedWorkflow } from './find-workflow';

/**
 * Names and descriptions of the platform's rules are those of its documentation; only rules that the sandbox carries out
 * are listed.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-capabilities-get
 */
const FORGE_RULE_KEYS = {
  Validator: 'forge:expression-validator',
  Condition: 'forge:expression-condition',
  Function: 'forge:workflow-post-function',
} as const;

export interface CapabilitiesQuery {
  readonly workflowId: string | undefined;
  readonly projectId: string | undefined;
  readonly issueTypeId: string | undefined;
}

/** What can be put into the workflow, or into the one that the issue type has in the project. */
export function capabilities(site: JiraSite, query: CapabilitiesQuery) {
  requireTarget(site, query);
  return {
    editorScope: 'GLOBAL',
    projectTypes: ['software', 'business'],
    systemRules: systemRules(site),
    forgeRules: site.extensions.rules().map(({ key, type, name, description }) => ({
      id: key,
      ruleKey: FORGE_RULE_KEYS[type],
      ruleType: type,
      name,
      description,
    })),
    connectRules: [],
    triggerRules: [],
  };
}

function requireTarget(site: JiraSite, { workflowId, projectId, issueTypeId }: CapabilitiesQuery): void {
  if (workflowId !== undefined) {
    if (projectId !== undefined || issueTypeId !== undefined) {
      throw badRequest('Give either workflowId, or projectId and issueTypeId.');
    }
    if (findWorkflow(site, workflowId) === undefined) throw notFound('Not found');
    return;
  }
  if (projectId === undefined || issueTypeId === undefined) {
    throw badRequest('Give either workflowId, or projectId and issueTypeId.');
  }
  if (followedWorkflow(site, { projectId, issueTypeId }) === undefined) throw notFound('Not found');
}
