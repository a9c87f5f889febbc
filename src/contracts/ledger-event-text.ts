import type { LedgerEvent } from '../domain/ledger/ledger-entry';
import type { Policy } from '../domain/policy/policy';
import { GATE_TITLES, STAGE_TITLES } from './field-titles';
import { list } from './wording/lists';
import { roleTitle } from './wording/names-of-people';

/** What happened to a change, as words that are read after the name of whoever did it. */
export function ledgerEventText(event: LedgerEvent, policy: Pick<Policy, 'roles'>): string {
  switch (event.kind) {
    case 'vote-cast':
      return `${voteText(event, policy)} at ${GATE_TITLES[event.gate]}`;
    case 'change-closed':
      return `closed it as ${STAGE_TITLES[event.as]}: the change is on record`;
    case 'exception-asked':
      return `asked for an exception from ${list(event.names)}`;
    case 'deploy-asked':
      return `answered a pipeline that asked to deploy to ${event.environment}: ${event.code}`;
    case 'gate-passed':
      return `moved it from ${stageTitle(event.from)} to ${stageTitle(event.to)} through ${GATE_TITLES[event.gate]}${event.verdict.verdict === 'warn' ? ', with a reason or an exception on record' : ''}`;
    case 'gate-bypassed':
      return `moved it from ${stageTitle(event.from)} to ${stageTitle(event.to)} without a gate`;
    case 'gates-skipped':
      return `brought it in as ${STAGE_TITLES[event.stage]}, past the gates`;
    case 'change-left':
      return `noted that it was ${event.how}`;
    case 'event-missed':
      return 'found a move of which Jira had not told';
    default:
      // What is not about a change, or not worth a sentence of its own yet.
      return event.kind.replaceAll('-', ' ');
  }
}

function stageTitle(stage: keyof typeof STAGE_TITLES | null): string {
  return stage === null ? 'another status' : STAGE_TITLES[stage];
}

/** What somebody wrote with it; empty where nothing. */
export function ledgerEventComment(event: LedgerEvent): string {
  if (event.kind === 'vote-cast') return event.comment;
  return event.kind === 'exception-asked' ? event.reason : '';
}

function voteText(
  { decision, roles, grants = [] }: Extract<LedgerEvent, { readonly kind: 'vote-cast' }>,
  policy: Pick<Policy, 'roles'>,
): string {
  if (decision === 'withdraw') return 'took the vote back';
  const as = roles.length === 0 ? '' : ` as ${list(roles.map((role) => roleTitle(policy, role)))}`;
  const granted = grants.length === 0 ? '' : `, granted an exception from ${list(grants)}`;
  return `${decision === 'approve' ? 'approved' : 'declined'}${as}${granted}`;
}
