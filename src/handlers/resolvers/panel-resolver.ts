import { issueCallerContext } from '../../contracts/caller-context';
import { panelApi, type PanelView } from '../../contracts/api/panel-api';
import type { Contract } from '../../contracts/contract';
import { delegationRefusalText } from '../../contracts/delegation-refusal-text';
import { refusalText } from '../../contracts/refusal-text';
import { Failure } from '../../domain/failure';
import type { Ports } from '../../ports/ports';
import { askException } from '../../usecases/ask-exception';
import { castVote } from '../../usecases/cast-vote';
import { expediteChange } from '../../usecases/expedite-change';
import { endOwnDelegation, findDeputies, handOverOwnRole } from '../../usecases/own-delegations';
import { askToShow } from '../../usecases/show-state';
import { viewChange } from '../../usecases/view-change';
import { viewHistory } from '../../usecases/view-history';
import { resolverCall } from '../invocation';
import { historyViewOf } from './panel-history';
import { panelViewOf } from './panel-view';
import { resolverOf } from './named-functions';

/** The calls of the issue panel. The person and the issue come from the invocation; the issue is authorised again. */
export const panelResolver = resolverOf({
  getPanel: panelCall(panelApi.getPanel.request, (ports, { key, accountId }) => view(ports, key, accountId)),
  castVote: panelCall(panelApi.castVote.request, async (ports, { key, accountId }, ballot) => {
    const cast = await castVote(ports, accountId, key, ballot);
    if (!cast.taken) throw new Failure(codeOf(cast.refusal.code), refusalText(cast.refusal, cast.policy));
    await askToShow(ports, { do: 'show-state', changeId: key });
    return view(ports, key, accountId);
  }),
  getHistory: panelCall(panelApi.getHistory.request, async (ports, { key }, { before }) =>
    historyViewOf(await viewHistory(ports, key, before), (ids) => ports.people.namesOf(ids)),
  ),
  askException: panelCall(panelApi.askException.request, async (ports, { key, accountId }, request) => {
    await askException(ports, accountId, key, request);
    return view(ports, key, accountId);
  }),
  expedite: panelCall(panelApi.expedite.request, async (ports, { key, accountId }) => {
    await expediteChange(ports, key);
    return view(ports, key, accountId);
  }),
  handOverRole: panelCall(panelApi.handOverRole.request, async (ports, { key, accountId }, wanted) => {
    const refusal = await handOverOwnRole(ports, accountId, key, wanted);
    if (refusal !== undefined) throw new Failure('bad-request', delegationRefusalText(refusal));
    return view(ports, key, accountId);
  }),
  takeBackRole: panelCall(panelApi.takeBackRole.request, async (ports, { key, accountId }, which) => {
    await endOwnDelegation(ports, accountId, key, which);
    return view(ports, key, accountId);
  }),
  findDeputies: panelCall(panelApi.findDeputies.request, (ports, { key, accountId }, { text }) =>
    findDeputies(ports, accountId, key, text),
  ),
});

/** Who is asking on which change. */
interface PanelCaller {
  readonly accountId: string;
  readonly key: string;
}

/** A call of the panel. Every use case behind it asks again whether the caller may see the change. */
function panelCall<Request, Value>(
  request: Contract<Request>,
  work: (ports: Ports, caller: PanelCaller, request: Request) => Promise<Value>,
) {
  return resolverCall(issueCallerContext, request, (ports, { accountId, issue }, parsed) =>
    work(ports, { accountId, key: issue.key }, parsed),
  );
}

async function view(ports: Ports, key: string, viewer: string): Promise<PanelView> {
  return panelViewOf(await viewChange(ports, key, viewer), (ids) => ports.people.namesOf(ids));
}

function codeOf(refusal: string): 'moved-on' | 'bad-request' | 'not-allowed' {
  if (refusal === 'plan-changed' || refusal === 'stage-unknown' || refusal === 'no-approval-here') return 'moved-on';
  return refusal === 'comment-needed' || refusal === 'already-voted' || refusal === 'nothing-to-withdraw'
    ? 'bad-request'
    : 'not-allowed';
}
