import { sha256Hex } from '../../../domain/canonical';
import { CREATE_TRANSITION } from '../../../domain/provisioning/governed-workflow';
import type { PlacedGuard, PlacedTransition, WorkflowSpec } from '../../../domain/provisioning/step';
import type { FoundStatus } from '../../../domain/provisioning/survey';

/** The app's rules as Jira knows them here. They are found, never made up: dev and production have other ids. */
export interface AppRules {
  readonly gate: AppRule;
  readonly expression: AppRule | undefined;
}

export interface AppRule {
  readonly id: string;
  readonly ruleKey: string;
}

/**
 * The body of `POST /rest/api/3/workflows/create`. Jira upserts the statuses on top: each goes along exactly as it stands,
 * because a description that is left out would be wiped for the whole site.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-create-post
 */
export function workflowDocument(workflow: WorkflowSpec, statuses: readonly FoundStatus[], rules: AppRules) {
  const reference = (statusId: string): string => uuidFrom(`${workflow.description} status ${statusId}`);
  return {
    scope: { type: 'GLOBAL' },
    statuses: statuses.map(({ id, name, description, category }) => ({
      id,
      name,
      description,
      statusCategory: category,
      statusReference: reference(id),
    })),
    workflows: [
      {
        name: workflow.name,
        description: workflow.description,
        startPointLayout: { x: 0, y: 0 },
        statuses: workflow.statusIds.map((id, index) => ({
          statusReference: reference(id),
          layout: { x: (index + 1) * 160, y: 80 },
          properties: {},
        })),
        transitions: [
          {
            id: CREATE_TRANSITION.id,
            name: CREATE_TRANSITION.name,
            description: '',
            type: 'INITIAL',
            toStatusReference: reference(workflow.firstStatusId),
            links: [],
            validators: [],
            actions: [],
            triggers: [],
            properties: {},
          },
          ...workflow.transitions.map((transition) => transitionDocument(workflow, transition, reference, rules)),
        ],
      },
    ],
  };
}

function transitionDocument(
  { description }: WorkflowSpec,
  { id, name, from, to, screenId, guards }: PlacedTransition,
  reference: (statusId: string) => string,
  rules: AppRules,
) {
  const conditions = guards.flatMap((guard) => conditionOf(guard) ?? []);
  return {
    id,
    name,
    description: '',
    type: 'DIRECTED',
    toStatusReference: reference(to),
    links: from.map((status) => ({ fromStatusReference: reference(status), fromPort: 0, toPort: 0 })),
    ...(screenId !== null && {
      transitionScreen: { ruleKey: 'system:transition-screen', parameters: { screenId } },
    }),
    ...(conditions.length > 0 && { conditions: { operation: 'ALL', conditions, conditionGroups: [] } }),
    validators: guards.flatMap(
      (guard, index) => validatorOf(guard, rules, uuidFrom(`${description} rule ${id} ${String(index)}`)) ?? [],
    ),
    actions: [],
    triggers: [],
    properties: {},
  };
}

/** All values of parameters are texts. */
export function validatorOf(guard: PlacedGuard, { gate, expression }: AppRules, id: string) {
  switch (guard.by) {
    case 'gate': {
      const beside = Object.keys(guard.beside).length > 0 && { beside: guard.beside };
      return appRule(gate, { gate: guard.gate, ...beside }, id);
    }
    case 'expression': {
      const { expression: text, message } = guard;
      return expression === undefined ? undefined : appRule(expression, { expression: text, message }, id);
    }
    default:
      return nativeValidatorOf(guard);
  }
}

/** A validator of Jira's own; undefined for what is none. */
export function nativeValidatorOf(guard: PlacedGuard) {
  if (guard.by === 'filled') {
    return fieldRule({
      ruleType: 'fieldRequired',
      fieldsRequired: guard.fieldIds.join(','),
      ignoreContext: 'true',
      errorMessage: guard.message,
    });
  }
  if (guard.by !== 'later') return undefined;
  return fieldRule({
    ruleType: 'dateFieldComparison',
    date1FieldKey: guard.fieldId,
    date2FieldKey: guard.thanFieldId,
    includeTime: 'true',
    conditionSelected: '>',
    errorMessage: guard.message,
  });
}

/** A condition of Jira's own; undefined for what is none. */
export function conditionOf(guard: PlacedGuard) {
  if (guard.by !== 'other-person') return undefined;
  const { fromStatusId, toStatusId } = guard;
  return { ruleKey: 'system:separation-of-duties', parameters: { fromStatusId, toStatusId } };
}

function appRule({ id: key, ruleKey }: AppRule, config: object, id: string) {
  return { ruleKey, parameters: { key, config: JSON.stringify(config), id } };
}

function fieldRule(parameters: Readonly<Record<string, string>>) {
  return { ruleKey: 'system:validate-field-value', parameters };
}

/** The same text gives the same id, so that a workflow that is described again has the same rules. */
export function uuidFrom(text: string): string {
  const hex = sha256Hex(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
