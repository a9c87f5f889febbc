/**
 * The workflow of a change request, as the body of `POST /rest/api/3/workflows/create`. The gated transitions carry the
 * app's validator; Reject, Cancel, Roll back and Send back carry none, so that a change can always be taken out.
 */

const STATUSES = {
  draft: { name: 'Draft', statusCategory: 'TODO' },
  assessment: { name: 'Assessment', statusCategory: 'IN_PROGRESS' },
  approved: { name: 'Approved', statusCategory: 'IN_PROGRESS' },
  implementing: { name: 'Implementing', statusCategory: 'IN_PROGRESS' },
  verification: { name: 'Verification', statusCategory: 'IN_PROGRESS' },
  rolledBack: { name: 'Rolled back', statusCategory: 'IN_PROGRESS' },
  closed: { name: 'Closed', statusCategory: 'DONE' },
  rejected: { name: 'Rejected', statusCategory: 'DONE' },
  cancelled: { name: 'Cancelled', statusCategory: 'DONE' },
} as const;

type StatusKey = keyof typeof STATUSES;

const KEYS = Object.keys(STATUSES) as StatusKey[];

function reference(status: StatusKey): string {
  return `7c1d0000-0000-4000-8000-${String(KEYS.indexOf(status) + 1).padStart(12, '0')}`;
}

function gate(name: string) {
  return {
    ruleKey: 'forge:expression-validator',
    parameters: {
      key: '{{app}}/change-gate',
      config: JSON.stringify({ gate: name }),
      id: `5a7e0000-0000-4000-8000-${String(GATED.indexOf(name) + 1).padStart(12, '0')}`,
    },
  };
}

const GATED = ['submit', 'authorize', 'implement', 'complete', 'close', 'expedite'];

interface Directed {
  readonly id: string;
  readonly name: string;
  readonly from: readonly StatusKey[];
  readonly to: StatusKey;
  readonly gate?: string;
  readonly screen?: string;
}

function transition({ id, name, from, to, gate: gateName, screen }: Directed) {
  return {
    id,
    name,
    description: '',
    type: 'DIRECTED',
    toStatusReference: reference(to),
    links: from.map((status) => ({ fromStatusReference: reference(status), fromPort: 0, toPort: 0 })),
    ...(screen === undefined
      ? {}
      : {
          transitionScreen: { ruleKey: 'system:transition-screen', parameters: { screenId: `{{screen:${screen}}}` } },
        }),
    validators: gateName === undefined ? [] : [gate(gateName)],
    actions: [],
    triggers: [],
    properties: {},
  };
}

export const TRANSITION_SCREENS = {
  implement: 'Change: implement',
  complete: 'Change: complete',
  close: 'Change: close',
  expedite: 'Change: expedite',
} as const;

const TRANSITIONS: readonly Directed[] = [
  { id: '11', name: 'Submit', from: ['draft'], to: 'assessment', gate: 'submit' },
  { id: '21', name: 'Authorize', from: ['assessment'], to: 'approved', gate: 'authorize' },
  {
    id: '31',
    name: 'Implement',
    from: ['approved'],
    to: 'implementing',
    gate: 'implement',
    screen: TRANSITION_SCREENS.implement,
  },
  {
    id: '41',
    name: 'Complete',
    from: ['implementing'],
    to: 'verification',
    gate: 'complete',
    screen: TRANSITION_SCREENS.complete,
  },
  {
    id: '51',
    name: 'Close',
    from: ['verification', 'rolledBack'],
    to: 'closed',
    gate: 'close',
    screen: TRANSITION_SCREENS.close,
  },
  {
    id: '61',
    name: 'Expedite',
    from: ['draft'],
    to: 'implementing',
    gate: 'expedite',
    screen: TRANSITION_SCREENS.expedite,
  },
  { id: '71', name: 'Reject', from: ['assessment'], to: 'rejected' },
  { id: '81', name: 'Cancel', from: ['draft', 'assessment', 'approved'], to: 'cancelled' },
  { id: '91', name: 'Roll back', from: ['implementing', 'verification'], to: 'rolledBack' },
  { id: '101', name: 'Send back', from: ['assessment'], to: 'draft' },
];

export const WORKFLOW_NAME = 'Change request workflow';

export const changeWorkflow = {
  scope: { type: 'GLOBAL' },
  statuses: KEYS.map((key) => ({ ...STATUSES[key], statusReference: reference(key), description: '' })),
  workflows: [
    {
      name: WORKFLOW_NAME,
      description: 'The life of a change request. The policy in force decides at every gate.',
      startPointLayout: { x: 0, y: 0 },
      statuses: KEYS.map((key, index) => ({
        statusReference: reference(key),
        layout: { x: index * 160, y: 80 },
        properties: {},
      })),
      transitions: [
        {
          id: '1',
          name: 'Create',
          description: '',
          type: 'INITIAL',
          toStatusReference: reference('draft'),
          links: [],
          validators: [],
          actions: [],
          triggers: [],
          properties: {},
        },
        ...TRANSITIONS.map(transition),
      ],
    },
  ],
};
