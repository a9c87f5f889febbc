import { issueCallerContext } from '../../contracts/caller-context';
import { panelApi, type PanelView } from '../../contracts/api/panel-api';
import { refusalText } from '../../contracts/refusal-text';
import { Failure } from '../../domain/failure';
import type { Ports } from '../../ports/ports';
import { castVote } from '../../usecases/cast-vote';
import { viewChange } from '../../usecases/view-change';
import { resolverCall } from '../invocation';
import { panelViewOf } from './panel-view';
import { resolverOf } from './named-functions';

/** The calls of the issue panel. The person and the issue come from the invocation; the issue is authorised again. */
export const panelResolver = resolverOf({
  getPanel: resolverCall(issueCallerContext, panelApi.getPanel.request, (ports, caller) =>
    view(ports, caller.issue.key, caller.accountId),
  ),
  castVote: resolverCall(issueCallerContext, panelApi.castVote.request, async (ports, caller, ballot) => {
    const cast = await castVote(ports, caller.accountId, caller.issue.key, ballot);
    if (!cast.taken) throw new Failure(codeOf(cast.refusal.code), refusalText(cast.refusal, cast.policy));
    return view(ports, caller.issue.key, caller.accountId);
  }),
});

async function view(ports: Ports, key: string, viewer: string): Promise<PanelView> {
  return panelViewOf(await viewChange(ports, key, viewer), (ids) => ports.people.namesOf(ids));
}

function codeOf(refusal: string): 'moved-on' | 'bad-request' | 'not-allowed' {
  if (refusal === 'plan-changed' || refusal === 'stage-unknown' || refusal === 'no-approval-here') return 'moved-on';
  return refusal === 'comment-needed' || refusal === 'already-voted' || refusal === 'nothing-to-withdraw'
    ? 'bad-request'
    : 'not-allowed';
}
