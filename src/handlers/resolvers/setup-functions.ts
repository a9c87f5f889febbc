import { setupApi } from '../../contracts/api/setup-api';
import { obstacleText } from '../../contracts/setup-text';
import { Failure } from '../../domain/failure';
import type { Ports } from '../../ports/ports';
import { editFieldMap, viewFieldMap } from '../../usecases/provision/edit-field-map';
import { goOnWithSetup } from '../../usecases/provision/go-on-with-setup';
import { planSetup } from '../../usecases/provision/plan-setup';
import { startSetup } from '../../usecases/provision/start-setup';
import { viewSetup } from '../../usecases/provision/view-setup';
import { adminCall } from './admin-call';
import { fieldMapViewOf, planViewOf, progressViewOf, setupViewOf } from './setup-views';

/** The calls of the tab "Setup" of the admin page. */
export const setupFunctions = {
  setup: adminCall(setupApi.setup.request, async (ports) => setupViewOf(await viewSetup(ports))),
  searchSetupProjects: adminCall(setupApi.searchSetupProjects.request, (ports, _caller, { text }) =>
    ports.administration.searchProjects(text),
  ),
  createSetupProject: adminCall(setupApi.createSetupProject.request, (ports, { accountId }, { key, name }) =>
    ports.administration.createProject({ key, name, lead: accountId }),
  ),
  planSetup: adminCall(setupApi.planSetup.request, async (ports, _caller, { projectId }) =>
    planViewOf(await planSetup(ports, projectId)),
  ),
  startSetup: adminCall(setupApi.startSetup.request, async (ports, { accountId }, { projectId }) => {
    const [obstacle] = await startSetup(ports, accountId, projectId);
    if (obstacle !== undefined) throw new Failure('bad-request', obstacleText(obstacle));
    return progress(ports, projectId);
  }),
  setupProgress: adminCall(setupApi.setupProgress.request, (ports, _caller, { projectId }) =>
    progress(ports, projectId),
  ),
  goOnWithSetup: adminCall(setupApi.goOnWithSetup.request, async (ports, _caller, { projectId }) => {
    await goOnWithSetup(ports, projectId);
    return progress(ports, projectId);
  }),
  fieldMap: adminCall(setupApi.fieldMap.request, async (ports) => fieldMapViewOf(await viewFieldMap(ports))),
  saveFieldMap: adminCall(setupApi.saveFieldMap.request, async (ports, { accountId }, { revision, fields }) => {
    await editFieldMap(ports, accountId, revision, fields);
    return fieldMapViewOf(await viewFieldMap(ports));
  }),
};

async function progress(ports: Ports, projectId: string) {
  const found = await ports.setupRegister.progress(projectId);
  if (found === undefined) throw new Failure('not-found', 'Nobody has begun to set this project up.');
  return progressViewOf(found);
}
