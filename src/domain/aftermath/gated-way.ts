import type { Gate, Stage } from '../change/lifecycle';
import { GOVERNED_TRANSITIONS } from '../provisioning/governed-workflow';

/** How far along its life a change is; a change that was rejected or cancelled stands for nothing. */
const PROGRESS: Readonly<Record<Stage, number>> = {
  draft: 0,
  rejected: 0,
  cancelled: 0,
  assessment: 1,
  approved: 2,
  implementing: 3,
  'rolled-back': 4,
  verification: 4,
  closed: 5,
};

/** Ways out, which nothing ever bars. */
const WAYS_OUT: readonly Stage[] = ['draft', 'rejected', 'cancelled', 'rolled-back'];

/**
 * Whether a gate stands on the way from one stage to another: every way forward has one, whatever the workflow looks like.
 * A way back (a change that is worked on again) and the ways out have none. From a status that is no stage, every stage
 * but the first lies ahead.
 */
export function isGated(from: Stage | null, to: Stage | null): boolean {
  if (to === null || WAYS_OUT.includes(to)) return false;
  return PROGRESS[to] > (from === null ? 0 : PROGRESS[from]);
}

/** Whether a change that begins its life in this stage has passed over gates. */
export function isBeyondGates(stage: Stage | null): boolean {
  return stage !== null && PROGRESS[stage] > 0;
}

/** The gate on the way from one stage to another in the workflow of governed projects; null where that has no such way. */
export function gateBetween(from: Stage | null, to: Stage | null): Gate | null {
  const way = GOVERNED_TRANSITIONS.find((one) => one.to === to && from !== null && one.from.includes(from));
  return way?.gate ?? null;
}

/**
 * Whether a gate is one that lets a change into a stage, whatever the workflow looks like: the gate of an early stage says
 * nothing of a later one. What is no stage, or lies back or out, any gate may stand before.
 */
export function leadsInto(gate: Gate, to: Stage | null): boolean {
  return to === null || WAYS_OUT.includes(to) || GOVERNED_TRANSITIONS.some((way) => way.gate === gate && way.to === to);
}
