import { adminApi } from '../../contracts/api/admin-api';
import type { Contract } from '../../contracts/contract';
import { callerContext, type CallerContext } from '../../contracts/caller-context';
import type { Ports } from '../../ports/ports';
import { checkLedger } from '../../usecases/check-ledger';
import { chooseSpace, saveRoles } from '../../usecases/change-settings';
import { giveUpPage, publishAgain } from '../../usecases/mend-change-log';
import { offeredPolicy } from '../../usecases/offer-policies';
import { putPolicyInForce } from '../../usecases/put-policy-in-force';
import { requireAdministrator } from '../../usecases/require-administrator';
import { viewAdministration } from '../../usecases/view-administration';
import { resolverCall } from '../invocation';
import { adminViewOf } from './admin-view';
import { ledgerCheckViewOf } from './ledger-check-view';
import { policyViewOf } from './policy-view';
import { resolverOf } from './named-functions';

/** The calls of the Jira admin page. Each one asks first whether the caller administers Jira. */
export const adminResolver = resolverOf({
  getAdmin: adminCall(adminApi.getAdmin.request, view),
  previewPolicy: adminCall(adminApi.previewPolicy.request, (_ports, _caller, { presetId }) =>
    Promise.resolve(preview(presetId)),
  ),
  putInForce: adminCall(adminApi.putInForce.request, async (ports, { accountId }, { presetId }) => {
    await putPolicyInForce(ports, accountId, presetId);
    return view(ports);
  }),
  saveRoles: adminCall(adminApi.saveRoles.request, async (ports, { accountId }, { settingsRevision, roleGroups }) => {
    await saveRoles(ports, accountId, settingsRevision, roleGroups);
    return view(ports);
  }),
  searchGroups: adminCall(adminApi.searchGroups.request, (ports, _caller, { text }) => ports.people.searchGroups(text)),
  searchSpaces: adminCall(adminApi.searchSpaces.request, (ports, _caller, { text }) => ports.pages.searchSpaces(text)),
  chooseSpace: adminCall(adminApi.chooseSpace.request, async (ports, { accountId }, { settingsRevision, spaceId }) => {
    await chooseSpace(ports, accountId, settingsRevision, spaceId);
    await publishAgain(ports);
    return view(ports);
  }),
  publishAgain: adminCall(adminApi.publishAgain.request, async (ports) => {
    await publishAgain(ports);
    return view(ports);
  }),
  giveUpPage: adminCall(adminApi.giveUpPage.request, async (ports, { accountId }, { month, part }) => {
    await giveUpPage(ports, accountId, month, part);
    return view(ports);
  }),
  checkLedger: adminCall(adminApi.checkLedger.request, async (ports) => ledgerCheckViewOf(await checkLedger(ports))),
});

function adminCall<Request, Value>(
  request: Contract<Request>,
  work: (ports: Ports, caller: CallerContext, request: Request) => Promise<Value>,
) {
  return resolverCall(callerContext, request, async (ports, caller, parsed) => {
    await requireAdministrator(ports, caller.accountId);
    return work(ports, caller, parsed);
  });
}

async function view(ports: Ports) {
  return adminViewOf(await viewAdministration(ports));
}

function preview(presetId: string) {
  const { policy, hash } = offeredPolicy(presetId);
  return policyViewOf(policy, hash, null);
}
