import { describe, expect, it } from '@jest/globals';
import { sweepOn } from '../../../src/usecases/aftermath/sweep';
import { stillLasts, viewHealth } from '../../../src/usecases/aftermath/view-health';
import { settleChange } from '../../../src/usecases/aftermath/settle-change';
import { standingWorkflow, watchedSite } from '../../builders/watched-site';
import { minute } from '../../builders/votes';
import { stepTo, traceWith } from '../../domain/aftermath/traces';

const SUBMIT = stepTo(5, 'draft', 'assessment');

describe('what the sweep knows and found', () => {
  it('is nothing on a site where it has not been yet', async () => {
    const fakes = watchedSite();
    expect(await viewHealth(fakes)).toMatchObject({
      findings: [],
      older: 0,
      watchedSince: minute(0),
      projects: 1,
      waitingRecords: 0,
      state: { last: null },
    });
  });

  it('is the newest first, with what an event found since the last sweep', async () => {
    const fakes = watchedSite([SUBMIT]);
    fakes.watch.workflows.delete('10000/7');
    await sweepOn(fakes);
    fakes.watch.traces.set('10001', traceWith([SUBMIT, stepTo(6, 'assessment', 'approved')]));
    await settleChange(fakes, '10001', 'event');
    const { findings } = await viewHealth(fakes);
    expect(findings.map(({ seq, event }) => [seq, event.kind])).toEqual([
      [3, 'gate-bypassed'],
      [2, 'guard-missing'],
      [1, 'gate-bypassed'],
    ]);
  });

  it('says of a missing guard whether it is still missing, and of nothing else', async () => {
    const fakes = watchedSite([SUBMIT]);
    fakes.watch.workflows.delete('10000/7');
    await sweepOn(fakes);
    const before = await viewHealth(fakes);
    expect(before.findings.map((entry) => stillLasts(before.state, entry))).toEqual([true, null]);
    fakes.watch.workflows.set('10000/7', standingWorkflow());
    await sweepOn(fakes);
    const after = await viewHealth(fakes);
    expect(after.findings.map((entry) => stillLasts(after.state, entry))).toEqual([false, null]);
  });
});
