import { STAGE_TITLES } from '../src/contracts/field-titles';
import { GATES, STAGES, type Gate, type Stage } from '../src/domain/change/lifecycle';
import { hasScreen, type GateScreen } from '../src/domain/provisioning/governed-screens';
import {
  CREATE_TRANSITION,
  GOVERNED_TRANSITIONS,
  STAGE_CATEGORIES,
  type GovernedTransition,
} from '../src/domain/provisioning/governed-workflow';

/**
 * The workflow of a change request as the app sets it up, as the body of `POST /rest/api/3/workflows/create` for a site
 * that begins with a governed project. Of the guards it carries the app's own gate only: in the stories of the tour the
 * same person submits a change and moves it on once others have approved it.
 */

function reference(stage: Stage): string {
  return `7c1d0000-0000-4000-8000-${String(STAGES.indexOf(stage) + 1).padStart(12, '0')}`;
}

function gate(name: Gate) {
  return {
    ruleKey: 'forge:expression-validator',
    parameters: {
      key: '{{app}}/change-gate',
      config: JSON.stringify({ gate: name }),
      id: `5a7e0000-0000-4000-8000-${String(GATES.indexOf(name) + 1).padStart(12, '0')}`,
    },
  };
}

export const TRANSITION_SCREENS = {
  implement: 'Change: implement',
  complete: 'Change: complete',
  close: 'Change: close',
  expedite: 'Change: expedite',
} as const satisfies Record<GateScreen, string>;

function transition({ id, name, from, to, gate: passed }: GovernedTransition) {
  return {
    id,
    name,
    description: '',
    type: 'DIRECTED',
    toStatusReference: reference(to),
    links: from.map((stage) => ({ fromStatusReference: reference(stage), fromPort: 0, toPort: 0 })),
    ...(hasScreen(passed) && {
      transitionScreen: {
        ruleKey: 'system:transition-screen',
        parameters: { screenId: `{{screen:${TRANSITION_SCREENS[passed]}}}` },
      },
    }),
    validators: passed === null ? [] : [gate(passed)],
    actions: [],
    triggers: [],
    properties: {},
  };
}

export const WORKFLOW_NAME = 'Change request workflow';

export const changeWorkflow = {
  scope: { type: 'GLOBAL' },
  statuses: STAGES.map((stage) => ({
    name: STAGE_TITLES[stage],
    statusCategory: STAGE_CATEGORIES[stage],
    statusReference: reference(stage),
    description: '',
  })),
  workflows: [
    {
      name: WORKFLOW_NAME,
      description: 'The life of a change request. The policy in force decides at every gate.',
      startPointLayout: { x: 0, y: 0 },
      statuses: STAGES.map((stage, index) => ({
        statusReference: reference(stage),
        layout: { x: index * 160, y: 80 },
        properties: {},
      })),
      transitions: [
        {
          id: CREATE_TRANSITION.id,
          name: CREATE_TRANSITION.name,
          description: '',
          type: 'INITIAL',
          toStatusReference: reference(CREATE_TRANSITION.to),
          links: [],
          validators: [],
          actions: [],
          triggers: [],
          properties: {},
        },
        ...GOVERNED_TRANSITIONS.map(transition),
      ],
    },
  ],
};
