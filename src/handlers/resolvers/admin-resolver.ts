import { adminApi } from '../../contracts/api/admin-api';
import { delegationRefusalText } from '../../contracts/delegation-refusal-text';
import { policyText } from '../../contracts/policy-text';
import { Failure } from '../../domain/failure';
import { policyHash } from '../../domain/policy/policy-in-force';
import type { Ports } from '../../ports/ports';
import { checkLedger } from '../../usecases/check-ledger';
import { chooseSpace, saveRoles } from '../../usecases/change-settings';
import { delegateRole, endDelegation } from '../../usecases/delegate-role';
import { giveUpPage, publishAgain } from '../../usecases/mend-change-log';
import { offeredPolicy } from '../../usecases/offer-policies';
import { previewSwitch } from '../../usecases/preview-switch';
import { putPolicyInForce } from '../../usecases/put-policy-in-force';
import { askToShow } from '../../usecases/show-state';
import { viewAdministration } from '../../usecases/view-administration';
import { adminCall } from './admin-call';
import { adminViewOf } from './admin-view';
import { requirePolicy } from './candidate-policy';
import { checkedCandidateOf } from './checked-candidate';
import { deployFunctions } from './deploy-functions';
import { healthFunctions } from './health-functions';
import { ledgerCheckViewOf } from './ledger-check-view';
import { resolverOf } from './named-functions';
import { setupFunctions } from './setup-functions';
import { switchViewOf } from './switch-view';

/** The calls of the Jira admin page. Each one asks first whether the caller administers Jira. */
export const adminResolver = resolverOf({
  getAdmin: adminCall(adminApi.getAdmin.request, view),
  checkCandidate: adminCall(adminApi.checkCandidate.request, (ports, _caller, { candidate }) =>
    checkedCandidateOf(ports, candidate),
  ),
  previewSwitch: adminCall(adminApi.previewSwitch.request, async (ports, _caller, { candidate, cursor }) => {
    const policy = requirePolicy(candidate);
    return switchViewOf(await previewSwitch(ports, policy, cursor), policy);
  }),
  policyText: adminCall(adminApi.policyText.request, async (ports, _caller, { presetId }) => ({
    text: policyText(presetId === null ? await requireInForce(ports) : offeredPolicy(presetId)),
  })),
  putInForce: adminCall(adminApi.putInForce.request, async (ports, { accountId }, { candidate, hash }) => {
    const policy = requirePolicy(candidate);
    if (policyHash(policy) !== hash)
      throw new Failure(
        'moved-on',
        'This is not the policy that was checked. Check it again before you put it in force.',
      );
    await putPolicyInForce(ports, accountId, policy);
    await askToShow(ports, { do: 'show-all', cursor: null });
    return view(ports);
  }),
  saveRoles: adminCall(adminApi.saveRoles.request, async (ports, { accountId }, { settingsRevision, roles }) => {
    await saveRoles(ports, accountId, settingsRevision, roles);
    await askToShow(ports, { do: 'show-all', cursor: null });
    return view(ports);
  }),
  delegate: adminCall(adminApi.delegate.request, async (ports, { accountId }, { settingsRevision, ...wanted }) => {
    const refusal = await delegateRole(ports, accountId, settingsRevision, wanted);
    if (refusal !== undefined) throw new Failure('bad-request', delegationRefusalText(refusal));
    return view(ports);
  }),
  endDelegation: adminCall(
    adminApi.endDelegation.request,
    async (ports, { accountId }, { settingsRevision, ...which }) => {
      await endDelegation(ports, accountId, settingsRevision, which);
      return view(ports);
    },
  ),
  searchGroups: adminCall(adminApi.searchGroups.request, (ports, _caller, { text }) => ports.people.searchGroups(text)),
  searchPeople: adminCall(adminApi.searchPeople.request, (ports, _caller, { text }) => ports.people.searchPeople(text)),
  projectRoles: adminCall(adminApi.projectRoles.request, (ports) => ports.people.projectRoles()),
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
  ...deployFunctions,
  ...healthFunctions,
  ...setupFunctions,
});

async function view(ports: Ports) {
  return adminViewOf(await viewAdministration(ports));
}

async function requireInForce(ports: Ports) {
  const inForce = await ports.archive.policyInForce();
  if (inForce === undefined) throw new Failure('no-policy', 'No policy is in force yet.');
  return inForce.policy;
}
