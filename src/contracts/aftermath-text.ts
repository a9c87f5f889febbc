import type { LedgerEntry, LedgerEvent } from '../domain/ledger/ledger-entry';
import type { Policy } from '../domain/policy/policy';
import { GATE_TITLES, STAGE_TITLES } from './field-titles';

/** Words for what happened after a gate, or around it. */
export type AftermathEvent = Extract<
  LedgerEvent,
  {
    readonly kind: 'gate-passed' | 'gate-bypassed' | 'gates-skipped' | 'change-left' | 'guard-missing' | 'event-missed';
  }
>;

/** What is the case, as a sentence that names the change or the project. */
export function aftermathText(event: AftermathEvent): string {
  switch (event.kind) {
    case 'gate-passed':
      return `${event.change.key} passed ${GATE_TITLES[event.gate]}.`;
    case 'gate-bypassed':
      return `${event.change.key} was moved from ${stageTitle(event.from)} to ${stageTitle(event.to)} without the gate: nothing shows that the policy allowed it.`;
    case 'gates-skipped':
      return `${event.change.key} ${ARRIVALS[event.how]} in ${STAGE_TITLES[event.stage]}, without passing the gates before it.`;
    case 'change-left':
      return `${event.change.key} ${LEAVINGS[event.how]}`;
    case 'guard-missing':
      return guardText(event);
    case 'event-missed':
      return `Jira did not tell the app in time that ${event.change.key} had moved. It was found by looking, and is on record now.`;
  }
}

/** What somebody who administers Jira does about it; empty where nothing is to be done. */
export function aftermathRemedy(event: AftermathEvent): string {
  switch (event.kind) {
    case 'gate-passed':
      return '';
    case 'gate-bypassed':
      return 'Ask whoever moved it why, and move it back if the policy does not allow it. Look whether each transition has its gate.';
    case 'gates-skipped':
      return 'Ask whoever brought it in why, and send it back to Draft if it has to pass the gates.';
    case 'change-left':
      return LEAVING_REMEDIES[event.how];
    case 'guard-missing':
      return GUARD_REMEDIES[event.why];
    case 'event-missed':
      return 'Nothing, if it is a single one. Jira drops events above 200 kB: a very long description makes one.';
  }
}

/** The words with which people are told on the change itself. */
export function noticeText({ event }: LedgerEntry, policy: Pick<Policy, 'title'>): string {
  if (event.kind !== 'gate-passed') return isAftermath(event) ? aftermathText(event) : '';
  const { key } = event.change;
  const words: Readonly<Partial<Record<typeof event.gate, string>>> = {
    submit: `${key} was submitted.`,
    authorize: `${key} was approved.`,
    expedite: `${key} is an emergency: it is being implemented now, ahead of its approval or its paperwork.`,
    complete: `${key} was implemented.`,
    close: `${key} was closed.`,
  };
  return `${words[event.gate] ?? aftermathText(event)} ${policy.title} wants you to know.`;
}

export function isAftermath(event: LedgerEvent): event is AftermathEvent {
  return KINDS.some((kind) => kind === event.kind);
}

const KINDS: readonly AftermathEvent['kind'][] = [
  'gate-passed',
  'gate-bypassed',
  'gates-skipped',
  'change-left',
  'guard-missing',
  'event-missed',
];

const ARRIVALS = {
  created: 'was created or imported',
  'turned-into-one': 'was turned into a change request',
  'moved-in': 'was moved into the project',
} as const;

const LEAVINGS = {
  moved: 'was moved to another project while it was under way.',
  retyped: 'was turned into something else while it was under way: it is no change request any more.',
  deleted: 'is gone from Jira, or hidden from the app as if it were. What the app has on record of it stays.',
  hidden: 'is hidden from the app, which cannot watch over it any more.',
} as const;

const LEAVING_REMEDIES = {
  moved: 'Move it back, or see that it is approved anew where it is now: its approvals stay behind.',
  retyped: 'Make it a change request again.',
  deleted:
    'Ask who deleted it, and take away the permission to delete issues in the project. If it is there, let the app see it: look at issue security and permissions.',
  hidden: 'Let the app see it: look at issue security and permissions.',
} as const;

const GUARD_REMEDIES = {
  'other-workflow': 'Put the guards back: set the project up again, or give the issue type its workflow back.',
  removed: 'Put the guard back here, or open the workflow and add "Change control gate" to the transition.',
  altered: 'Put the guard back here, or open the workflow and choose the right gate in the rule of the transition.',
  anybody: 'Put the guard back here. Ask whoever changed the workflow why.',
  native: 'Put the rules back here. Ask whoever changed the workflow why.',
  'way-around': 'Open the workflow and take the transition out, or give it the gate of the status that it leads to.',
  'no-workflow': 'If the project was deleted on purpose, nothing. Otherwise restore it, or let the app see it.',
} as const;

function guardText({
  projectKey,
  why,
  transitionId,
  gate,
}: Extract<AftermathEvent, { kind: 'guard-missing' }>): string {
  const way = gate === null ? `transition ${transitionId ?? ''}` : `the transition for ${GATE_TITLES[gate]}`;
  switch (why) {
    case 'other-workflow':
      return `Change requests in ${projectKey} follow another workflow than the one with the gates.`;
    case 'removed':
      return `In ${projectKey}, ${way} has no gate any more: whoever makes it is not held to the policy.`;
    case 'altered':
      return `In ${projectKey}, ${way} asks another gate than it should.`;
    case 'anybody':
      return `In ${projectKey}, Jira no longer checks who may make ${way}, or checks something else than the policy asks.`;
    case 'native':
      return `In ${projectKey}, ${way} has lost one of the rules with which Jira itself holds on to the policy while the app does not answer.`;
    case 'way-around':
      return `In ${projectKey}, ${way} leads forward without a gate that leads so far.`;
    case 'no-workflow':
      return `The app finds ${projectKey}, or the workflow of its change requests, no more.`;
  }
}

function stageTitle(stage: keyof typeof STAGE_TITLES | null): string {
  return stage === null ? 'a status of its own' : STAGE_TITLES[stage];
}
