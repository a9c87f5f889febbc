import { deployApi, type DeployGatesView } from '../../contracts/api/deploy-api';
import type { Ports } from '../../ports/ports';
import { makeDeploySecret, revokeDeploySecret, viewDeployGates } from '../../usecases/deploy-gates';
import { adminCall } from './admin-call';

/** The calls of the tab "Deploy gate" of the admin page. */
export const deployFunctions = {
  deployGates: adminCall(deployApi.deployGates.request, view),
  makeDeploySecret: adminCall(
    deployApi.makeDeploySecret.request,
    async (ports, { accountId }, { revision, projectKey }) => {
      const secret = await makeDeploySecret(ports, accountId, revision, projectKey);
      return { secret, gates: await view(ports) };
    },
  ),
  revokeDeploySecret: adminCall(
    deployApi.revokeDeploySecret.request,
    async (ports, { accountId }, { revision, projectKey }) => {
      await revokeDeploySecret(ports, accountId, revision, projectKey);
      return view(ports);
    },
  ),
  searchDeployProjects: adminCall(deployApi.searchDeployProjects.request, (ports, _caller, { text }) =>
    ports.namedProjects.search(text),
  ),
};

async function view(ports: Ports): Promise<DeployGatesView> {
  const { secrets, url, names, now } = await viewDeployGates(ports);
  const gates = Object.entries(secrets.projects)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([projectKey, { current, previous }]) => ({
      projectKey,
      since: current.since,
      by: current.by,
      previousUntil: previous !== null && now < previous.until ? previous.until : null,
    }));
  return { revision: secrets.revision, url, gates, names: { ...names } };
}
