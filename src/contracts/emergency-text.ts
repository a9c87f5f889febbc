import type { ChangeClock } from '../domain/obligation/clock-of-change';
import type { Emergencies, Policy, SchedulingRule } from '../domain/policy/policy';
import { GATE_TITLES, STAGE_TITLES } from './field-titles';
import { clockTerm } from './clock-text';
import { list } from './wording/lists';
import { theRoles } from './wording/names-of-people';

const WAY = `${GATE_TITLES.expedite} takes it from ${STAGE_TITLES.draft} straight to ${STAGE_TITLES.implementing}`;

const COURSES: Readonly<Record<Emergencies['mode'], string>> = {
  'not-allowed': 'The policy has no way of its own for emergencies: this change goes the same way as any other.',
  'approve-first': `An emergency is approved first. ${WAY} once the approvals are there.`,
  'implement-first': `An emergency may be implemented first. ${WAY}; it is approved afterwards, before it is closed.`,
  both: `An emergency is approved before it is implemented and again before it is closed. ${WAY} once the first approvals are there.`,
};

/** What is left of it once the implementation has begun. */
const COURSES_UNDER_WAY: Readonly<Record<Emergencies['mode'], readonly string[]>> = {
  'not-allowed': [],
  'approve-first': [],
  'implement-first': ['An emergency is approved afterwards, before it is closed.'],
  both: ['An emergency is approved a second time, before it is closed.'],
};

const RULES: Readonly<Record<SchedulingRule, string>> = {
  freezes: 'freezes',
  'maintenance-windows': 'maintenance windows',
  notice: 'notice periods',
  overlap: 'other changes on the same services',
};

/**
 * How a policy lets an emergency pass, sentence by sentence: what comes first, what does not bind it, what begins to run.
 * @param isUnderWay The implementation has begun: only what comes afterwards is said.
 */
export function emergencyTexts(
  { mode, bypasses, tell }: Emergencies,
  clocks: readonly ChangeClock[],
  policy: Policy,
  isUnderWay: boolean,
): readonly string[] {
  if (isUnderWay) return COURSES_UNDER_WAY[mode];
  const sentences = [COURSES[mode]];
  if (bypasses.length > 0) sentences.push(`It is not bound by ${list(bypasses.map((rule) => RULES[rule]))}.`);
  if (mode === 'not-allowed') return sentences;
  if (tell.length > 0) sentences.push(`The app tells ${theRoles(policy, tell)} when it is expedited.`);
  for (const { clock, standing } of clocks) {
    if (standing.state !== 'not-started' || clock.from !== 'implementation-start') continue;
    sentences.push(`With it a clock starts: ${clock.title}, ${clockTerm(clock)}.`);
  }
  return sentences;
}
