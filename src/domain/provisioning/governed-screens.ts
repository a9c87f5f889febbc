import type { FieldId } from '../change/change-field';
import type { Gate } from '../change/lifecycle';

/** The gates whose transition asks for fields on a screen. Without one, Jira drops what is sent along. */
export const GATE_SCREENS = ['implement', 'complete', 'close', 'expedite'] as const satisfies readonly Gate[];

export type GateScreen = (typeof GATE_SCREENS)[number];

/** A screen of a governed project: the one to create, edit and view a change, or that of a transition. */
export type ScreenKey = 'main' | GateScreen;

export const SCREEN_KEYS: readonly ScreenKey[] = ['main', ...GATE_SCREENS];

/**
 * What each transition asks for; a field that neither the app nor the policy knows is left out. What a policy wants to
 * know the writer of is on none of them: on the screen of a transition Jira does not tell who edits.
 */
export const GATE_SCREEN_FIELDS: Readonly<Record<GateScreen, readonly FieldId[]>> = {
  implement: ['tester', 'testedIn', 'testSuites', 'testResults', 'codeReview', 'implementer', 'deviationReason'],
  complete: ['implementer', 'tester', 'testResults'],
  close: ['verifier', 'notified', 'issuesEncountered', 'postImplementationReview', 'reviewMeeting', 'deviationReason'],
  expedite: ['emergencyReason', 'incident'],
};

/** Fields of Jira itself that stand first on the main screen. */
export const FIRST_ON_MAIN_SCREEN = ['summary', 'issuetype', 'reporter', 'description', 'labels'] as const;

export function hasScreen(gate: Gate | null): gate is GateScreen {
  return gate !== null && (GATE_SCREENS as readonly Gate[]).includes(gate);
}
