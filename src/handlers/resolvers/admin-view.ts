import type { AdminView, DelegationView, PageView } from '../../contracts/api/admin-api';
import { pageProblemText } from '../../contracts/page-problem-text';
import { titleOf, type LogMonth, type LogPart } from '../../domain/record/change-log';
import type { RoleDelegation } from '../../domain/settings';
import { offeredPolicies } from '../../usecases/offer-policies';
import type { Administration } from '../../usecases/view-administration';
import { policyViewOf } from './policy-view';
import { questionsOf } from './question-view';
import { roleViews } from './role-view';

/** Puts the state of the app into the words of the admin page. */
export function adminViewOf(state: Administration): AdminView {
  const { inForce, settings, months } = state;
  const parts = months.flatMap(({ parts: pages }) => pages);
  return {
    policy: inForce === undefined ? null : policyViewOf(inForce.policy, inForce.hash, inForce.since),
    presets: offeredPolicies().map((preset) => {
      const { id, title, version } = preset;
      return { id, title, version, questions: questionsOf(preset) };
    }),
    settingsRevision: settings.revision,
    roles: roleViews(inForce?.policy.roles ?? [], state.holders),
    delegations: settings.delegations.map((delegation) => delegationView(delegation, state)),
    longestDelegationDays: longestDelegation(state),
    names: { ...state.names },
    changeLog: {
      space: state.space ?? null,
      spaceProblem:
        settings.spaceId !== null && state.space === undefined
          ? 'The app cannot see the chosen space at the moment. Records are kept and will be published once it can.'
          : null,
      pages: months.flatMap((log) => log.parts.map((part, index) => pageOf(state, log, part, index))),
      waiting: parts.filter(({ published }) => !published).reduce((sum, { rows }) => sum + rows.length, 0),
    },
    projects: state.projects,
    ledger: { entries: state.head.seq, head: state.head.hash },
    unreadable: [...state.unreadable],
  };
}

function delegationView(delegation: RoleDelegation, { inForce, now }: Administration): DelegationView {
  const { role, since, until } = delegation;
  const roleTitle = inForce?.policy.roles.find(({ id }) => id === role)?.title ?? role;
  return { ...delegation, roleTitle, state: until <= now ? 'over' : since > now ? 'later' : 'now' };
}

function longestDelegation({ inForce }: Administration): number | null {
  const delegation = inForce?.policy.delegation ?? 'none';
  return delegation === 'none' ? null : delegation.longestDays;
}

function pageOf(state: Administration, log: LogMonth, part: LogPart, index: number): PageView {
  const title = titleOf(log.month, index);
  const now = part.pageId === null ? undefined : state.titles?.[part.pageId];
  const gone = part.pageId !== null && state.titles !== undefined && now === undefined;
  const problem = gone ? 'page-missing' : part.problem?.code;
  return {
    month: log.month,
    part: index,
    title,
    pageId: part.pageId,
    records: part.rows.length,
    published: part.published && !gone,
    problem: problem === undefined ? null : pageProblemText(problem, title, part.problem?.detail),
    mayGiveUp: gone || problem === 'root-missing',
    renamedTo: now !== undefined && now !== title ? now : null,
  };
}
