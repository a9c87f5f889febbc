/** A workflow as it is kept, made of the document that describes it. */
import type { JiraSite } from '../jira-site';
import type { ConditionGroup, Transition, Workflow, WorkflowRule } from '../state';
import { actionProblem, conditionProblem, FORGE_VALIDATOR, validatorProblem } from '../workflow/supported-rules';
import type { DocumentConditions, DocumentRule, DocumentTransition, WorkflowBody } from './workflow-document';
import { problem, refuseUnsupportedRules } from './workflow-problem';
import type { WorkflowProblem } from './workflow-problem';

/** `idOf` answers the id of a status by its reference. */
export function buildWorkflowBody(
  document: Omit<WorkflowBody, 'description'>,
  idOf: (reference: string) => string,
): Pick<Workflow, 'statuses' | 'transitions' | 'startPointLayout' | 'loopedTransitionContainerLayout'> {
  const { startPointLayout, loopedTransitionContainerLayout } = document;
  return {
    ...(startPointLayout === undefined ? {} : { startPointLayout }),
    ...(loopedTransitionContainerLayout === undefined ? {} : { loopedTransitionContainerLayout }),
    statuses: document.statuses.map(({ statusReference, properties, layout }) => ({
      statusId: idOf(statusReference),
      editable: properties['jira.issue.editable'] !== 'false',
      ...(layout === undefined ? {} : { layout }),
    })),
    transitions: document.transitions.map((transition) => buildTransition(transition, idOf)),
  };
}

function buildTransition(document: DocumentTransition, idOf: (reference: string) => string): Transition {
  return {
    id: document.id,
    name: document.name,
    description: document.description,
    type: document.type,
    toStatusId: idOf(document.toStatusReference),
    fromStatusIds: document.links.map((link) => idOf(link.fromStatusReference)),
    ports: Object.fromEntries(
      document.links.map(({ fromStatusReference, fromPort, toPort }) => [
        idOf(fromStatusReference),
        { ...(fromPort == null ? {} : { fromPort }), ...(toPort == null ? {} : { toPort }) },
      ]),
    ),
    screenId: document.transitionScreen?.parameters.screenId ?? null,
    conditions: document.conditions == null ? null : buildConditions(document.conditions),
    validators: document.validators.map(buildRule),
    actions: document.actions.map(buildRule),
  };
}

function buildRule({ ruleKey, parameters }: DocumentRule): WorkflowRule {
  return { ruleKey, parameters };
}

function buildConditions({ operation, conditions, conditionGroups }: DocumentConditions): ConditionGroup {
  return {
    operation,
    conditions: conditions.map(buildRule),
    conditionGroups: conditionGroups.map(buildConditions),
  };
}

/** What Jira would not take of the rules. Throws 501 when there is a rule that the sandbox does not carry out. */
export function ruleProblems(site: JiraSite, workflow: Pick<Workflow, 'transitions'>): readonly WorkflowProblem[] {
  return workflow.transitions.flatMap((transition) => {
    const messages = [...rulesOf(site, transition), ...initialRules(transition)].map(
      (message) => `transition ${transition.id} '${transition.name}': ${message}`,
    );
    refuseUnsupportedRules(messages);
    return messages.map((message) => problem('RULE_INVALID', message, { type: 'RULE', transitionId: transition.id }));
  });
}

function rulesOf(site: JiraSite, transition: Transition): readonly string[] {
  const { screenId } = transition;
  const screenMissing = screenId !== null && !site.store.state.screens.some((screen) => screen.id === screenId);
  return [
    screenMissing ? `there is no screen with the id '${screenId}'` : undefined,
    ...conditionRules(transition.conditions).map((rule) => conditionProblem(site, rule)),
    ...transition.validators.map((rule) => validatorProblem(site, rule)),
    ...transition.actions.map(actionProblem),
  ].filter((message) => message !== undefined);
}

function initialRules({ type, validators }: Transition): readonly string[] {
  return type === 'INITIAL' && validators.some(({ ruleKey }) => ruleKey === FORGE_VALIDATOR)
    ? ['app validators on the initial transition are not supported']
    : [];
}

/** All conditions of a group and of the groups in it. */
export function conditionRules(group: ConditionGroup | null): readonly WorkflowRule[] {
  return group === null ? [] : [...group.conditions, ...group.conditionGroups.flatMap(conditionRules)];
}
