import type { Policy } from '../domain/policy/policy';
import type { CheckedItem } from '../domain/policy/checklist';
import type { Remedy } from '../domain/reason';
import type { ChangeState } from '../domain/shown-state/change-state';
import { FIELD_TITLES, fieldTitle, GATE_TITLES, STAGE_TITLES } from './field-titles';
import { list } from './wording/lists';
import { dutyName, roleTitle } from './wording/names-of-people';

type Things = {
  readonly [D in Remedy['do']]: (remedy: Extract<Remedy, { readonly do: D }>, policy: Policy) => string;
};

const TIME = 'another planned time';
const TYPE = 'another change type';

/** For each remedy the thing that is missing, in a few words and without a name: everybody may read them. */
const MISSING_THINGS: Things = {
  'fill-field': ({ field }, policy) => fieldTitle(policy, field),
  'enter-number': ({ field }, policy) => `${fieldTitle(policy, field)} as a number`,
  'fill-one-of': ({ fields }, policy) => list(fields.map((field) => fieldTitle(policy, field)), 'or'), // prettier-ignore
  approve: ({ role }, policy) => `Approval: ${roleTitle(policy, role)}`,
  'approve-by-more': ({ role, more }, policy) =>
    more === 1 ? `Approval: ${roleTitle(policy, role)}` : `${String(more)} approvals: ${roleTitle(policy, role)}`,
  'ask-somebody-else': () => 'Approval by somebody else',
  'settle-decline': () => 'A decline to settle',
  wait: () => 'Waiting period',
  'plan-after': () => TIME,
  'plan-in-window': () => TIME,
  'plan-elsewhere': () => TIME,
  'ask-exemption': () => TIME,
  'name-somebody-else': ({ duty }) => `Another ${dutyName(duty)}`,
  'name-holder': ({ duty }) => `Another ${dutyName(duty)}`,
  'name-person': ({ duty }) => `Another ${dutyName(duty)}`,
  'have-written': ({ field }, policy) => `${fieldTitle(policy, field)} by somebody else`,
  'pass-suite': ({ suite }) => `${FIELD_TITLES.testSuites}: ${suite}`,
  'update-document': () => FIELD_TITLES.affectedDocuments,
  'choose-catalogue-entry': () => FIELD_TITLES.standardTemplate,
  'use-other-path': () => TYPE,
  'choose-type': () => TYPE,
  'choose-risk-level': ({ field }, policy) => fieldTitle(policy, field),
  'take-back-exception': () => FIELD_TITLES.exceptionTo,
  'answer-question': () => 'An answer of a Jira admin',
  'give-reason': ({ field }, policy) => fieldTitle(policy, field),
  'mend-lookup': () => 'Something that could not be checked',
};

/** What is missing at the gate ahead, each thing once. */
export function missingThings(state: Pick<ChangeState, 'missing'>, policy: Policy): readonly string[] {
  return [...new Set(state.missing.map((item) => thingOf(item, policy)))];
}

function thingOf({ remedy, state }: CheckedItem, policy: Policy): string {
  if (remedy !== undefined) return wordsFor(remedy.do, remedy, policy);
  return state === 'unknown' ? MISSING_THINGS['mend-lookup']({ do: 'mend-lookup', cause: NO_CAUSE }, policy) : 'More';
}

const NO_CAUSE = { code: 'not-looked-up', detail: '' } as const;

function wordsFor<D extends Remedy['do']>(
  kind: D,
  remedy: Extract<Remedy, { readonly do: D }>,
  policy: Policy,
): string {
  return MISSING_THINGS[kind](remedy, policy);
}

const MOST_NAMED = 4;

/** Where a change stands, in one line for a column of a list. */
export function stateText(state: ChangeState, policy: Policy | undefined): string {
  const { verdict, gate, closedAs } = state;
  const before = gate === null ? '' : ` before ${GATE_TITLES[gate]}`;
  switch (verdict) {
    case 'ready':
      return gate === null ? 'Ready' : `Ready: ${GATE_TITLES[gate]}`;
    case 'closed':
      return closedAs === null ? 'Closed' : STAGE_TITLES[closedAs];
    case 'ungoverned':
      return 'Not governed';
    case 'unknown':
      return `Could not be checked${before}`;
    case 'waiting':
    case 'blocked': {
      if (policy === undefined) return verdict === 'waiting' ? 'Waiting' : 'Blocked';
      if (verdict === 'blocked') return `Blocked${before}: ${shortList(missingThings(state, policy))}`;
      const roles = state.roles.map((role) => roleTitle(policy, role));
      return roles.length === 0
        ? `Waiting${before}: ${shortList(missingThings(state, policy))}`
        : `Waiting for approval${before}: ${shortList(roles)}`;
    }
  }
}

function shortList(things: readonly string[]): string {
  const more = things.length > MOST_NAMED ? [`${String(things.length - MOST_NAMED)} more`] : [];
  return list([...things.slice(0, MOST_NAMED), ...more]);
}
