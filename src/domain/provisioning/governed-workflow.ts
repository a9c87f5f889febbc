import type { Gate, Stage } from '../change/lifecycle';

/** How Jira groups statuses. */
export type StatusCategory = 'TODO' | 'IN_PROGRESS' | 'DONE';

export const STAGE_CATEGORIES: Readonly<Record<Stage, StatusCategory>> = {
  draft: 'TODO',
  assessment: 'IN_PROGRESS',
  approved: 'IN_PROGRESS',
  implementing: 'IN_PROGRESS',
  verification: 'IN_PROGRESS',
  'rolled-back': 'IN_PROGRESS',
  closed: 'DONE',
  rejected: 'DONE',
  cancelled: 'DONE',
};

/** A transition of the workflow of change requests. */
export interface GovernedTransition {
  readonly id: string;
  readonly name: string;
  readonly from: readonly Stage[];
  readonly to: Stage;
  /** The gate that it passes; null for a way out, which nothing may ever bar. */
  readonly gate: Gate | null;
}

/** The transition with which an issue begins its life. */
export const CREATE_TRANSITION = { id: '1', name: 'Create', to: 'draft' } as const satisfies {
  readonly id: string;
  readonly name: string;
  readonly to: Stage;
};

/** The life of a change request. Reject, Cancel, Roll back and Send back are ways out: a change can always be taken back. */
export const GOVERNED_TRANSITIONS: readonly GovernedTransition[] = [
  { id: '11', name: 'Submit', from: ['draft'], to: 'assessment', gate: 'submit' },
  { id: '21', name: 'Authorize', from: ['assessment'], to: 'approved', gate: 'authorize' },
  { id: '31', name: 'Implement', from: ['approved'], to: 'implementing', gate: 'implement' },
  { id: '41', name: 'Complete', from: ['implementing'], to: 'verification', gate: 'complete' },
  { id: '51', name: 'Close', from: ['verification', 'rolled-back'], to: 'closed', gate: 'close' },
  { id: '61', name: 'Expedite', from: ['draft'], to: 'implementing', gate: 'expedite' },
  { id: '71', name: 'Reject', from: ['assessment'], to: 'rejected', gate: null },
  { id: '81', name: 'Cancel', from: ['draft', 'assessment', 'approved'], to: 'cancelled', gate: null },
  { id: '91', name: 'Roll back', from: ['implementing', 'verification'], to: 'rolled-back', gate: null },
  { id: '101', name: 'Send back', from: ['assessment'], to: 'draft', gate: null },
];
