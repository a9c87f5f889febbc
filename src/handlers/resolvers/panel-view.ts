import type { GovernedPanel, PanelView } from '../../contracts/api/panel-api';
import { GATE_TITLES, STAGE_TITLES } from '../../contracts/field-titles';
import { roleTitle } from '../../contracts/reason-text';
import { refusalText } from '../../contracts/refusal-text';
import type { AccountId } from '../../domain/change/identity';
import { MAIN_PATH } from '../../domain/change/lifecycle';
import type { ChangeStanding, ChangeView } from '../../usecases/view-change';
import { checkItem } from './panel-check-item';
import { clockItem, emergencyViewOf, timeViewOf } from './panel-course';
import { delegationsViewOf } from './panel-delegations';
import { exceptionViewOf } from './panel-exceptions';
import { headlineOf } from './panel-headline';
import { peopleInPlan, planLines, riskText, shownValue } from './panel-plan';
import { peopleInVote, standingOf, voteItem } from './panel-votes';

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
    votes: view.votes.map((vote) => voteItem(vote, policy)),
    waitingFor: view.waitingFor.map(({ role, people, mapped, since }) => ({
      role,
      roleTitle: roleTitle(policy, role),
      people: [...people],
      mapped,
      since,
    })),
    clocks: view.clocks.map((clock) => clockItem(clock, policy)),
    emergency: emergencyViewOf(view),
    time: timeViewOf(view.time),
    exceptions: exceptionViewOf(view),
    delegations: delegationsViewOf(view.delegations, policy, view.now),
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
      grants: [...view.grants],
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
    state: index === at ? 'current' : index > at ? 'ahead' : view.skipped.includes(step) ? 'skipped' : 'done',
  }));
}

function placeOf({ pageId, published }: NonNullable<ChangeStanding['row']>) {
  return { pageId, published };
}

function peopleIn(panel: GovernedPanel, view: ChangeStanding): readonly AccountId[] {
  const ids = [
    panel.me.accountId,
    ...peopleInPlan(view.policy, view.facts),
    ...panel.votes.flatMap(peopleInVote),
    ...[...(panel.delegations?.given ?? []), ...(panel.delegations?.held ?? [])].flatMap(({ from, to }) => [from, to]),
    ...panel.waitingFor.flatMap(({ people }) => people),
  ];
  return [...new Set(ids)];
}
