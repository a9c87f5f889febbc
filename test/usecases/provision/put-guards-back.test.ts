import { beforeEach, describe, expect, it } from '@jest/globals';
import { sweepOn } from '../../../src/usecases/aftermath/sweep';
import { putGuardsBack } from '../../../src/usecases/provision/put-guards-back';
import { ADMIN, UNREACHABLE } from '../../builders/governed-site';
import { siteWithProjectSetUp } from '../../builders/set-up-project';
import { standingWorkflow } from '../../builders/watched-site';
import type { Fakes } from '../../fakes/create-fakes';

const ID = '10000';
const CLOSE = '51';

describe('guards that are put back', () => {
  let fakes: Fakes;
  let place: string;
  let inOrder: ReturnType<typeof standingWorkflow>;
  beforeEach(async () => {
    fakes = await siteWithProjectSetUp(ID);
    const [project] = fakes.store.governance.projects;
    place = `${ID}/${project?.issueTypeId ?? ''}`;
    inOrder = { ...standingWorkflow(), workflowId: project?.workflowId ?? '' };
    lose(fakes);
    await sweepOn(fakes);
  });

  /** The gate on closing is gone; Jira is as it was set up in everything else. */
  function lose({ watch, administration }: Fakes): void {
    const without = inOrder.transitions.map((one) => (one.id === CLOSE ? { ...one, gate: null } : one));
    watch.workflows.set(place, { ...inOrder, transitions: without });
    for (const [id, workflow] of administration.workflows) {
      const transitions = workflow.transitions.map((one) => (one.id === CLOSE ? { ...one, guards: [] } : one));
      administration.workflows.set(id, { ...workflow, transitions });
    }
  }

  const onRecord = () =>
    fakes.store.entries.flatMap(({ by, event }) => (event.kind === 'guards-put-back' ? [{ by, event }] : []));
  const guards = () =>
    [...fakes.administration.workflows.values()][0]?.transitions.find(({ id }) => id === CLOSE)?.guards;
  const faults = async () => Object.values((await fakes.sweepRegister.state()).faults).map(({ lasts }) => lasts);

  it('are not put on record where Jira does not show them afterwards', async () => {
    await expect(putGuardsBack(fakes, ADMIN, ID)).rejects.toMatchObject({ code: 'unexpected-answer' });
    expect(guards()).toEqual([{ by: 'gate', gate: 'close', beside: {} }]);
    expect([onRecord(), await faults()]).toEqual([[], [true]]);
  });

  it('are put on record with whoever asked for it, once, also where the first attempt could not write it down', async () => {
    fakes.watch.workflows.set(place, inOrder);
    fakes.faults.failOnce('ledger.append', UNREACHABLE);
    await expect(putGuardsBack(fakes, ADMIN, ID)).rejects.toBe(UNREACHABLE);
    expect([onRecord(), await faults()]).toEqual([[], [true]]);
    await putGuardsBack(fakes, ADMIN, ID);
    await putGuardsBack(fakes, ADMIN, ID);
    expect(onRecord()).toEqual([
      {
        by: ADMIN,
        event: {
          kind: 'guards-put-back',
          projectId: ID,
          projectKey: 'OPS',
          transitions: [{ transitionId: CLOSE, gate: 'close' }],
        },
      },
    ]);
    expect(await faults()).toEqual([false]);
  });

  it('stay where they are in a workflow that is gone, and in a project that is not governed', async () => {
    fakes.watch.workflows.delete(place);
    await expect(putGuardsBack(fakes, ADMIN, ID)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(putGuardsBack(fakes, ADMIN, '7')).rejects.toMatchObject({ code: 'not-found' });
    expect([guards(), onRecord()]).toEqual([[], []]);
  });
});
