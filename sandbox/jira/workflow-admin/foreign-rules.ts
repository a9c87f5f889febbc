/** What becomes of the rules of other apps when a workflow is updated. */
import type { JiraSite } from '../jira-site';
import { JiraRefusal } from '../refusal';
import type { Transition, WorkflowRule } from '../state';
import { conditionRules } from './build-workflow';
import { findWorkflow } from './find-workflow';
import type { DocumentConditions, DocumentRule, DocumentTransition, UpdateDocument } from './workflow-document';

/**
 * Throws 500 when the request keeps a rule of another app but strips it of its `id` parameter: seen on a live site, not
 * documented.
 */
export function refuseStrippedRules(site: JiraSite, document: UpdateDocument): void {
  const own = new Set(site.extensions.rules().map(({ key }) => key));
  for (const { id, transitions } of document.workflows) {
    const kept = new Set(findWorkflow(site, id)?.transitions.flatMap((transition) => foreignKeys(transition)) ?? []);
    const stripped = transitions
      .flatMap(documentRules)
      .find(({ parameters: { key = '', id: ruleId = '' } }) => ruleId === '' && kept.has(key) && !own.has(key));
    if (stripped !== undefined) throw new JiraRefusal(500, ['Internal server error']);
  }
}

function foreignKeys({ conditions, validators, actions }: Transition): readonly string[] {
  return [...conditionRules(conditions), ...validators, ...actions]
    .filter(isOfAnApp)
    .flatMap(({ parameters }) => (parameters.id === undefined ? [] : [parameters.key ?? '']));
}

function documentRules({ conditions, validators, actions }: DocumentTransition): readonly DocumentRule[] {
  return [...nested(conditions ?? undefined), ...validators, ...actions].filter(isOfAnApp);
}

function nested(group: DocumentConditions | undefined): readonly DocumentRule[] {
  return group === undefined ? [] : [...group.conditions, ...group.conditionGroups.flatMap(nested)];
}

function isOfAnApp({ ruleKey }: Pick<WorkflowRule, 'ruleKey'>): boolean {
  return ruleKey.startsWith('forge:');
}
