import type { CheckItem, GovernedPanel, PanelView, VoteItem } from '../../contracts/api/panel-api';
import { GATE_TITLES, STAGE_TITLES } from '../../contracts/field-titles';
import { reasonText, remedyText, roleTitle, voidedText } from '../../contracts/reason-text';
import { refusalText } from '../../contracts/refusal-text';
import type { VoteCount } from '../../domain/approval/weigh-votes';
import type { AccountId } from '../../domain/change/identity';
import { MAIN_PATH } from '../../domain/change/lifecycle';
import type { CheckedItem } from '../../domain/policy/checklist';
import type { Policy } from '../../domain/policy/policy';
import type { ChangeStanding, ChangeView } from '../../usecases/view-change';
import { headlineOf } from './panel-headline';
import { peopleInPlan, planLines, riskText, shownValue } from './panel-plan';

type Names = Readonly<Record<AccountId, string>>;

/** Puts where a change stands into the words of the panel. */
export async function panelViewOf(
  view: ChangeView,
  namesOf: (ids: readonly AccountId[]) => Promise<Names>,
): Promise<PanelView> {
  if (view === 'not-a-change-request' || view === 'no-policy') return { state: view };
  const { facts, policy } = view;
  const panel: GovernedPanel = {
    state: 'governed',
    change: {
      key: facts.change.key,
      summary: shownValue(facts, 'summary'),
      type: shownValue(facts, 'changeType'),
      risk: riskText(policy, facts),
      stage: facts.stage.state === 'known' ? facts.stage.value : null,
    },
    policy: { id: policy.id, title: policy.title, version: policy.version },
    path: pathOf(view),
    gate:
      view.gate === undefined || view.evaluation === undefined
        ? null
        : {
            gate: view.gate,
            title: GATE_TITLES[view.gate],
            verdict: view.evaluation.verdict,
            headline: headlineOf(view.evaluation, view.checklist),
          },
    checklist: view.checklist.map((item) => checkItem(item, policy)),
    votes: view.votes.map((count) => voteItem(count, policy)),
    waitingFor: view.waitingFor.map(({ role, people, mapped }) => ({
      role,
      roleTitle: roleTitle(policy, role),
      people: [...people],
      mapped,
    })),
    plan: planLines(policy, facts),
    fingerprint: view.fingerprint,
    me: {
      accountId: view.viewer,
      mayVote: view.refusal === undefined,
      whyNot:
        view.refusal === undefined || view.refusal.code === 'no-approval-here'
          ? null
          : refusalText(view.refusal, policy),
      standing: standingOf(view),
    },
    record: view.row === undefined ? null : { ...placeOf(view.row), seq: view.row.row.seq, hash: view.row.row.hash },
    names: {},
  };
  return { ...panel, names: { ...(await namesOf(peopleIn(panel, view))) } };
}

function pathOf(view: ChangeStanding): GovernedPanel['path'] {
  const stage = view.facts.stage.state === 'known' ? view.facts.stage.value : undefined;
  const at = MAIN_PATH.findIndex((candidate) => candidate === (stage === 'rolled-back' ? 'verification' : stage));
  return MAIN_PATH.map((step, index) => ({
    stage: step,
    title: STAGE_TITLES[step],
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
  }));
}

function checkItem(item: CheckedItem, policy: Policy): CheckItem {
  return {
    ruleId: item.ruleId,
    state: item.state,
    text: reasonText(item.reason, policy),
    // Whom to ask for an approval is said by name, under `waitingFor`.
    remedy:
      item.remedy === undefined || item.remedy.do === 'approve' || item.state === 'met'
        ? null
        : remedyText(item.remedy, policy),
    clauses: item.clauses.map((id) => ({ id, text: policy.clauses.find((clause) => clause.id === id)?.text ?? '' })),
  };
}

function voteItem({ vote, weight, edited }: VoteCount, policy: Policy): VoteItem {
  const why: Record<typeof weight, string | null> = {
    stands: null,
    void: sentence(voidedText(edited, 'this vote', policy)),
    superseded: 'The same person voted again later.',
    withdrawn: 'Withdrawn.',
    barred: 'By somebody who has another duty in this change: left out of the count.',
  };
  return {
    by: vote.by,
    at: vote.at,
    decision: vote.decision,
    gate: vote.gate,
    roles: vote.roles.map((role) => roleTitle(policy, role)),
    comment: vote.comment,
    weight,
    why: why[weight],
  };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function standingOf(view: ChangeStanding): GovernedPanel['me']['standing'] {
  const mine = view.votes.filter(({ vote }) => vote.by === view.viewer && vote.gate === view.point).at(-1);
  if (mine === undefined || mine.vote.decision === 'withdraw') return null;
  if (mine.weight === 'void') return 'void';
  return mine.weight === 'stands' ? mine.vote.decision : null;
}

function placeOf({ pageId, published }: NonNullable<ChangeStanding['row']>) {
  return { pageId, published };
}

function peopleIn(panel: GovernedPanel, view: ChangeStanding): readonly AccountId[] {
  const ids = [
    panel.me.accountId,
    ...peopleInPlan(view.policy, view.facts),
    ...panel.votes.map(({ by }) => by),
    ...panel.waitingFor.flatMap(({ people }) => people),
  ];
  return [...new Set(ids)];
}
