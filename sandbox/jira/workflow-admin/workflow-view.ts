/** Workflows and their statuses as POST /rest/api/3/workflows and its relatives show them. */
import type { JiraSite } from '../jira-site';
import type { ConditionGroup, Status, Transition, Workflow, WorkflowRule } from '../state';
import { jiraTimestamp } from '../timestamp';
import { uuidOf } from './stable-id';
import { isSystemWorkflow } from './find-workflow';
import { versionOf } from './version';
import { TRANSITION_SCREEN } from './workflow-document';

const GLOBAL_SCOPE = { type: 'GLOBAL' } as const;

/** Jira lists the transitions in this order, whatever the order in which they were sent. */
const TYPE_ORDER = ['GLOBAL', 'INITIAL', 'DIRECTED'];

/** Answers an id for a rule: Jira gives rules new ids whenever a workflow is read. */
export type RuleIds = () => string;

/** Ids that never repeat while the site runs, and are the same on every run that asks the same. */
export function createRuleIds(): RuleIds {
  let issued = 0;
  return () => {
    issued += 1;
    return uuidOf(`rule ${issued}`);
  };
}

/** The statuses of the workflows, each once, and the workflows. */
export function workflowsView(site: JiraSite, workflows: readonly Workflow[], ruleId: RuleIds) {
  const used = new Set(workflows.flatMap(({ statuses }) => statuses.map(({ statusId }) => statusId)));
  return {
    statuses: site.store.state.statuses.filter(({ id }) => used.has(id)).map(workflowStatusView),
    workflows: workflows.map((workflow) => workflowView(workflow, ruleId)),
  };
}

export function workflowView(workflow: Workflow, ruleId: RuleIds) {
  const { id, name, description, created, updated, startPointLayout, loopedTransitionContainerLayout } = workflow;
  return {
    id,
    name,
    description,
    scope: GLOBAL_SCOPE,
    isEditable: !isSystemWorkflow(workflow),
    version: versionOf(workflow),
    ...(created === null ? {} : { created: jiraTimestamp(created) }),
    ...(updated === null ? {} : { updated: jiraTimestamp(updated) }),
    ...(startPointLayout === undefined ? {} : { startPointLayout }),
    ...(loopedTransitionContainerLayout === undefined ? {} : { loopedTransitionContainerLayout }),
    statuses: workflow.statuses.map(({ statusId, editable, layout }) => ({
      statusReference: statusId,
      deprecated: false,
      ...(layout === undefined ? {} : { layout }),
      properties: editable ? {} : { 'jira.issue.editable': 'false' },
    })),
    transitions: workflow.transitions
      .toSorted((one, two) => TYPE_ORDER.indexOf(one.type) - TYPE_ORDER.indexOf(two.type))
      .map((transition) => transitionView(transition, ruleId)),
  };
}

/** On read, the reference of a status is its id. */
function workflowStatusView({ id, name, description, category }: Status) {
  return { id, statusReference: id, name, description, scope: GLOBAL_SCOPE, statusCategory: category };
}

function transitionView(transition: Transition, ruleId: RuleIds) {
  const { id, type, name, description, toStatusId, fromStatusIds, ports, conditions, screenId } = transition;
  const rule = ({ ruleKey, parameters }: WorkflowRule) => ({ id: ruleId(), ruleKey, parameters });
  const group = (conditionGroup: ConditionGroup): object => ({
    operation: conditionGroup.operation,
    conditions: conditionGroup.conditions.map(rule),
    conditionGroups: conditionGroup.conditionGroups.map(group),
  });
  return {
    id,
    type,
    name,
    description,
    toStatusReference: toStatusId,
    links: fromStatusIds.map((fromStatusReference) => ({ fromStatusReference, ...ports[fromStatusReference] })),
    ...(conditions === null ? {} : { conditions: group(conditions) }),
    validators: transition.validators.map(rule),
    actions: transition.actions.map(rule),
    triggers: [],
    properties: {},
    ...(screenId === null ? {} : { transitionScreen: rule({ ruleKey: TRANSITION_SCREEN, parameters: { screenId } }) }),
  };
}
