/** The life of a change request, as the policy model describes it. */
export const STAGES = [
  'draft',
  'assessment',
  'approved',
  'implementing',
  'verification',
  'rolled-back',
  'closed',
  'rejected',
  'cancelled',
] as const;

export type Stage = (typeof STAGES)[number];

/** A gated transition. Reject, cancel and roll back are ways out and never gated. */
export const GATES = ['submit', 'authorize', 'implement', 'complete', 'close', 'expedite'] as const;

export type Gate = (typeof GATES)[number];

/** A change in one of these stages belongs in the change log. */
export const CLOSED_STAGES = ['closed', 'rejected', 'cancelled'] as const satisfies readonly Stage[];

export type ClosedStage = (typeof CLOSED_STAGES)[number];

export function isClosedStage(stage: Stage): stage is ClosedStage {
  return (CLOSED_STAGES as readonly Stage[]).includes(stage);
}

const NEXT_GATE: Readonly<Partial<Record<Stage, Gate>>> = {
  draft: 'submit',
  assessment: 'authorize',
  approved: 'implement',
  implementing: 'complete',
  verification: 'close',
  'rolled-back': 'close',
};

/**
 * The gate that a change in this stage meets next on its way forward; none once it is closed. An emergency in draft
 * meets `expedite`.
 */
export function nextGate(stage: Stage, emergency: boolean): Gate | undefined {
  return stage === 'draft' && emergency ? 'expedite' : NEXT_GATE[stage];
}

/** The stages on the way forward, in order, as the progress tracker shows them. */
export const MAIN_PATH = [
  'draft',
  'assessment',
  'approved',
  'implementing',
  'verification',
  'closed',
] as const satisfies readonly Stage[];
