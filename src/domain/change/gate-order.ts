import type { Gate } from './lifecycle';

/** How far along its life a change is at each gate. An emergency is expedited to where other changes are implemented. */
const STEP: Readonly<Record<Gate, number>> = {
  submit: 0,
  authorize: 1,
  expedite: 2,
  implement: 2,
  complete: 3,
  close: 4,
};

/** Whether a change meets one gate before another. */
export function isBefore(one: Gate, other: Gate): boolean {
  return STEP[one] < STEP[other];
}
