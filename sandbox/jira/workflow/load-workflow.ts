/** Loads workflows from their creation document, or says in one error everything that is wrong with it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { JiraSite } from '../jira-site';
import type { ConditionGroup, Status, Transition, Workflow, WorkflowRule } from '../state';
import { actionProblem, conditionProblem, FORGE_VALIDATOR, validatorProblem } from './supported-rules';
import { workflowDocumentSchema } from './workflow-document';
import type {
  DocumentConditions,
  DocumentRule,
  DocumentTransition,
  DocumentWorkflow,
  WorkflowDocument,
} from './workflow-document';

/** Adds the statuses and workflows of the document to the site. Throws, adding no workflow, when anything is not supported. */
export function loadWorkflows(site: JiraSite, document: unknown): readonly Workflow[] {
  const parsed = workflowDocumentSchema.safeParse(document);
  if (!parsed.success) throw new Error(`Workflow not supported: ${z.prettifyError(parsed.error)}`);
  const statuses = loadStatuses(site, parsed.data);
  const workflows = parsed.data.workflows.map((workflow) => loadWorkflow(site, workflow, statuses));
  site.store.state.workflows.push(...workflows);
  return workflows;
}

type StatusesByReference = ReadonlyMap<string, Status>;

function loadStatuses(site: JiraSite, document: WorkflowDocument): StatusesByReference {
  const byReference = new Map<string, Status>();
  for (const entry of document.statuses) {
    const existing = site.store.state.statuses.find((status) =>
      entry.id === undefined ? status.name === entry.name : status.id === entry.id,
    );
    if (existing === undefined && entry.id !== undefined) throw new Error(`There is no status with the id ${entry.id}`);
    if (existing !== undefined && existing.category !== entry.statusCategory) {
      throw new Error(`The status '${entry.name}' exists already in another category`);
    }
    const status = existing ?? {
      id: site.store.nextId('status'),
      name: entry.name,
      description: entry.description ?? '',
      category: entry.statusCategory,
    };
    if (existing === undefined) site.store.state.statuses.push(status);
    byReference.set(entry.statusReference, status);
  }
  return byReference;
}

function loadWorkflow(site: JiraSite, document: DocumentWorkflow, references: StatusesByReference): Workflow {
  const taken = site.store.state.workflows.some((other) => other.name === document.name);
  refuse(document, [...structureProblems(document, references), ...(taken ? ['the name is taken'] : [])]);
  const workflow = toWorkflow(document, references);
  refuse(document, ruleProblems(site, workflow));
  return workflow;
}

function refuse(document: DocumentWorkflow, problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`Workflow '${document.name}' not supported: ${problems.join('; ')}`);
}

function structureProblems(document: DocumentWorkflow, references: StatusesByReference): string[] {
  const problems: string[] = [];
  const used = new Set(document.statuses.map((status) => status.statusReference));
  for (const reference of used) if (!references.has(reference)) problems.push(`unknown status reference ${reference}`);
  const ids = document.transitions.map((transition) => transition.id);
  if (new Set(ids).size !== ids.length) problems.push('the ids of transitions must be unique');
  document.transitions.forEach((transition, index) => {
    const ends = [transition.toStatusReference, ...transition.links.map((link) => link.fromStatusReference)];
    if (ends.some((end) => !used.has(end))) problems.push(`transition ${transition.id} names an unknown status`);
    if ((transition.type === 'INITIAL') !== (index === 0))
      problems.push('the first transition, and no other, is INITIAL');
    if ((transition.type === 'DIRECTED') !== transition.links.length > 0) {
      problems.push(`transition ${transition.id}: DIRECTED transitions, and no others, have links`);
    }
    const plain = transition.conditions == null && transition.transitionScreen == null;
    if (transition.type === 'INITIAL' && !plain)
      problems.push('the initial transition has no conditions and no screen');
    if (transition.type === 'INITIAL' && transition.validators.some((rule) => rule.ruleKey === FORGE_VALIDATOR)) {
      problems.push('app validators on the initial transition are not supported');
    }
  });
  const reached = new Set(document.transitions.map((transition) => transition.toStatusReference));
  for (const reference of used) if (!reached.has(reference)) problems.push(`no transition leads to ${reference}`);
  return problems;
}

function toWorkflow(document: DocumentWorkflow, references: StatusesByReference): Workflow {
  const idOf = (reference: string): string => references.get(reference)?.id ?? reference;
  return {
    id: workflowId(document.name),
    name: document.name,
    description: document.description ?? '',
    versionNumber: 1,
    created: null,
    updated: null,
    statuses: document.statuses.map((status) => ({
      statusId: idOf(status.statusReference),
      editable: status.properties['jira.issue.editable'] !== 'false',
    })),
    transitions: document.transitions.map((transition) => toTransition(transition, idOf)),
  };
}

function toTransition(document: DocumentTransition, idOf: (reference: string) => string): Transition {
  return {
    id: document.id,
    name: document.name,
    description: document.description ?? '',
    type: document.type,
    toStatusId: idOf(document.toStatusReference),
    fromStatusIds: document.links.map((link) => idOf(link.fromStatusReference)),
    ports: {},
    screenId: document.transitionScreen?.parameters.screenId ?? null,
    conditions: document.conditions == null ? null : toConditions(document.conditions, idOf),
    validators: document.validators.map(toRule),
    actions: document.actions.map(toRule),
  };
}

const toRule = (rule: DocumentRule): WorkflowRule => ({ ruleKey: rule.ruleKey, parameters: rule.parameters });

/** Statuses in conditions may be given by id or, since new ones have no id yet, by their reference in the document. */
function toConditions(document: DocumentConditions, idOf: (reference: string) => string): ConditionGroup {
  const resolve = (entry: [string, string]): [string, string] =>
    entry[0].endsWith('StatusId') ? [entry[0], idOf(entry[1])] : entry;
  return {
    operation: document.operation ?? 'ALL',
    conditions: document.conditions.map((rule) => ({
      ruleKey: rule.ruleKey,
      parameters: Object.fromEntries(Object.entries(rule.parameters).map(resolve)),
    })),
    conditionGroups: document.conditionGroups.map((group) => toConditions(group, idOf)),
  };
}

function ruleProblems(site: JiraSite, workflow: Workflow): readonly string[] {
  return workflow.transitions.flatMap((transition) => {
    const screenMissing =
      transition.screenId !== null && !site.store.state.screens.some((screen) => screen.id === transition.screenId);
    const problems = [
      ...(screenMissing ? [`there is no screen with the id '${transition.screenId ?? ''}'`] : []),
      ...conditionsOf(transition.conditions).map((rule) => conditionProblem(site, rule)),
      ...transition.validators.map((rule) => validatorProblem(site, rule)),
      ...transition.actions.map(actionProblem),
    ];
    return problems.flatMap((problem) =>
      problem === undefined ? [] : [`transition ${transition.id} '${transition.name}': ${problem}`],
    );
  });
}

function conditionsOf(group: ConditionGroup | null): readonly WorkflowRule[] {
  return group === null ? [] : [...group.conditions, ...group.conditionGroups.flatMap(conditionsOf)];
}

/** A UUID made from the name, so that the same seed gives the same ids. */
function workflowId(name: string): string {
  const hex = createHash('sha256').update(`workflow ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
