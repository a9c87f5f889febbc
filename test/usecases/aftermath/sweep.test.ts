import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../../src/domain/failure';
import { giveUpSweep, sweepOn } from '../../../src/usecases/aftermath/sweep';
import { UNREACHABLE } from '../../builders/governed-site';
import { GOVERNED } from '../../builders/governed-project';
import { kindsOnRecord, putTrace, standingWorkflow, watchedSite } from '../../builders/watched-site';
import type { Fakes } from '../../fakes/create-fakes';
import { statusOf } from '../../fakes/fake-aftermath';
import { minute } from '../../builders/votes';
import { stepTo, traceWith, trailWith, verdictFor } from '../../domain/aftermath/traces';

const SUBMIT = stepTo(5, 'draft', 'assessment');
const SUBMITTABLE = verdictFor(5, 'submit', 'draft', 'assessment');

async function sweep(fakes: Fakes): Promise<number> {
  let messages = 1;
  while (await sweepOn(fakes)) messages += 1;
  return messages;
}

/** A change that was submitted with its verdict, and of which the ledger tells. */
async function siteAfterSweep(): Promise<Fakes> {
  const fakes = watchedSite([SUBMIT]);
  fakes.store.trails.set('10001', { ...trailWith([SUBMITTABLE]), revision: 1 });
  await sweep(fakes);
  return fakes;
}

describe('a sweep', () => {
  it('finds nothing amiss on a site where everything kept to the way, and says when it looked', async () => {
    const fakes = await siteAfterSweep();
    expect(kindsOnRecord(fakes)).toEqual(['gate-passed']);
    expect(fakes.sweepRegister.stored).toMatchObject({
      run: null,
      lookedThrough: minute(0),
      findings: [],
      last: { startedAt: minute(0), finishedAt: minute(0), looked: 1, found: 0, problems: [] },
      failure: null,
    });
    expect(fakes.sweepRegister.changes).toEqual([{ id: '10001', key: 'CHG-1' }]);
  });

  it('reports what it found once, however often it comes', async () => {
    const fakes = watchedSite([SUBMIT]);
    await sweep(fakes);
    await sweep(fakes);
    expect(kindsOnRecord(fakes)).toEqual(['gate-bypassed']);
    expect(fakes.sweepRegister.stored).toMatchObject({ findings: [1], last: { found: 0 } });
  });

  it('raises no alarm over five hundred changes that kept to the way, and does them in several goes', async () => {
    const fakes = watchedSite();
    for (let number = 1; number <= 500; number += 1) {
      const id = String(20_000 + number);
      putTrace(fakes, traceWith([SUBMIT], { change: { id, key: `CHG-${String(number + 1)}` } }));
      fakes.store.trails.set(id, { ...trailWith([SUBMITTABLE]), changeId: id, revision: 1 });
    }
    expect(await sweep(fakes)).toBeGreaterThan(3);
    expect(new Set(kindsOnRecord(fakes))).toEqual(new Set(['gate-passed']));
    expect(fakes.sweepRegister.stored).toMatchObject({ findings: [], last: { looked: 501, found: 0 } });
    await sweep(fakes);
    expect(fakes.store.entries).toHaveLength(500);
  });

  it.each([
    ['watch.trace', 2],
    ['watch.standing', 1],
    ['watch.workflowOf', 1],
    ['ledger.append', 2],
    ['sweepRegister.save', 1],
  ] as const)('goes on where it ended when %s fails, and finds the same', async (call, times) => {
    const fakes = watchedSite([SUBMIT]);
    fakes.watch.workflows.delete('10000/7');
    for (let failures = 1; failures <= times; failures += 1) fakes.faults.failOnce(call, UNREACHABLE);
    await expect(sweep(fakes)).rejects.toThrow('The service did not answer.');
    await sweep(fakes);
    expect(kindsOnRecord(fakes)).toEqual(['gate-bypassed', 'guard-missing']);
  });

  it('ends also where many changes have something for the ledger at once, and get in each other’s way', async () => {
    const fakes = watchedSite([SUBMIT]);
    for (const id of ['10002', '10003', '10004'])
      putTrace(fakes, traceWith([SUBMIT], { change: { id, key: `CHG-${id}` } }));
    const lost = new Failure('unreachable', 'Too many people are writing at the same time.');
    for (let failures = 1; failures <= 3; failures += 1) fakes.faults.failOnce('ledger.append', lost);
    await sweep(fakes);
    expect(kindsOnRecord(fakes)).toEqual(['gate-bypassed', 'gate-bypassed', 'gate-bypassed', 'gate-bypassed']);
  });

  it('is given up with the reason, and the next one begins anew', async () => {
    const fakes = watchedSite([SUBMIT]);
    fakes.faults.failOnce('watch.trace', UNREACHABLE);
    fakes.faults.failOnce('watch.trace', UNREACHABLE);
    await expect(sweep(fakes)).rejects.toThrow();
    await giveUpSweep(fakes, 'Jira did not answer.');
    expect(fakes.sweepRegister.stored).toMatchObject({
      run: null,
      lookedThrough: null,
      failure: { at: minute(0), why: 'Jira did not answer.' },
    });
    await sweep(fakes);
    expect(fakes.sweepRegister.stored).toMatchObject({ failure: null, findings: [1] });
  });

  it('tells of a change that it cannot read, and looks at the others', async () => {
    const fakes = watchedSite([SUBMIT]);
    putTrace(fakes, traceWith([SUBMIT], { change: { id: '10002', key: 'CHG-2' } }));
    fakes.faults.failOnce('trails.find', new Failure('unreadable-document', 'The trail cannot be read.'));
    await sweep(fakes);
    expect(kindsOnRecord(fakes)).toEqual(['gate-bypassed']);
    expect(fakes.sweepRegister.stored.last).toMatchObject({ looked: 2, problems: ['The trail cannot be read.'] });
  });
});

describe('what cannot be looked at for good', () => {
  const REFUSED = new Failure('not-allowed', 'Jira does not allow the app to change its configuration.');

  it('is told of, and keeps no other project from being looked at: its gates', async () => {
    const fakes = watchedSite();
    const other = { ...GOVERNED, projectId: '10002', projectKey: 'OPS' };
    fakes.store.governance = { ...fakes.store.governance, projects: [GOVERNED, other] };
    fakes.faults.failOnce('watch.workflowOf', REFUSED);
    await sweep(fakes);
    expect(fakes.store.entries).toMatchObject([
      { event: { kind: 'guard-missing', projectKey: 'OPS', why: 'no-workflow' } },
    ]);
    expect(fakes.sweepRegister.stored).toMatchObject({ run: null, last: { problems: [REFUSED.message] } });
  });

  it('is told of, and keeps no other change from being looked for: one that is known', async () => {
    const fakes = await siteAfterSweep();
    fakes.sweepRegister.changes = [{ id: '10009', key: 'CHG-9' }, ...fakes.sweepRegister.changes];
    fakes.watch.traces.clear();
    fakes.faults.failOnce('watch.lookFor', REFUSED);
    await sweep(fakes);
    expect(fakes.store.entries.slice(1)).toMatchObject([
      { event: { kind: 'change-left', change: { key: 'CHG-1' }, how: 'deleted' } },
    ]);
    expect(fakes.sweepRegister.stored.last?.problems).toEqual([REFUSED.message]);
  });
});

describe('a known change', () => {
  it('that is gone is told of once, after it was looked for twice', async () => {
    const fakes = await siteAfterSweep();
    fakes.watch.traces.clear();
    await sweep(fakes);
    await sweep(fakes);
    expect(kindsOnRecord(fakes)).toEqual(['gate-passed', 'change-left']);
    expect(fakes.store.entries[1]).toMatchObject({
      actionId: 'deleted:10001',
      event: { change: { id: '10001', key: 'CHG-1' }, how: 'deleted' },
    });
    expect([fakes.faults.count('watch.lookFor'), fakes.sweepRegister.changes]).toEqual([1, []]);
  });

  it('that the app may not see any more is hidden, not deleted', async () => {
    const fakes = await siteAfterSweep();
    fakes.watch.hidden.add('10001');
    await sweep(fakes);
    expect(fakes.store.entries.at(-1)).toMatchObject({ event: { kind: 'change-left', how: 'hidden' } });
  });

  it('is neither where Jira does not answer', async () => {
    const fakes = await siteAfterSweep();
    fakes.watch.traces.clear();
    fakes.faults.failOnce('watch.lookFor', UNREACHABLE);
    await expect(sweep(fakes)).rejects.toThrow();
    expect(kindsOnRecord(fakes)).toEqual(['gate-passed']);
  });

  it('that became something else is told of once', async () => {
    const fakes = await siteAfterSweep();
    const away = stepTo(7, 'assessment', null, { type: { from: true, to: false } });
    putTrace(fakes, traceWith([SUBMIT, away], { isChangeRequest: false }));
    await sweep(fakes);
    await sweep(fakes);
    expect(kindsOnRecord(fakes)).toEqual(['gate-passed', 'change-left']);
  });

  it('that was moved to another project is told of once, and stays known', async () => {
    const fakes = await siteAfterSweep();
    const away = stepTo(7, 'assessment', 'assessment', { status: null, project: { from: '10000', to: '20000' } });
    const change = { id: '10001', key: 'OPS-1' };
    putTrace(fakes, traceWith([SUBMIT, away], { change, projectId: '20000' }));
    await sweep(fakes);
    await sweep(fakes);
    expect(kindsOnRecord(fakes)).toEqual(['gate-passed', 'change-left']);
    expect(fakes.sweepRegister.changes).toEqual([change]);
  });

  it('whose project was given another key is looked at for that once', async () => {
    const fakes = await siteAfterSweep();
    fakes.watch.touchedWithin = () => Promise.resolve([]);
    const change = { id: '10001', key: 'OPS-1' };
    putTrace(fakes, traceWith([SUBMIT], { change }));
    const before = fakes.faults.count('watch.trace');
    await sweep(fakes);
    await sweep(fakes);
    expect(fakes.faults.count('watch.trace') - before).toBe(1);
    expect([kindsOnRecord(fakes), fakes.sweepRegister.changes]).toEqual([['gate-passed'], [change]]);
  });

  it('that was imported in a later stage is told of', async () => {
    const fakes = watchedSite();
    putTrace(fakes, traceWith([], { change: { id: '10002', key: 'CHG-2' }, status: statusOf('closed') }));
    await sweep(fakes);
    expect(fakes.store.entries).toMatchObject([{ event: { kind: 'gates-skipped', how: 'created', stage: 'closed' } }]);
  });
});

describe('what Jira checks of whoever makes a transition', () => {
  it('is brought up to date where it is older than the policy, which is nothing to report', async () => {
    const fakes = watchedSite();
    const standing = standingWorkflow();
    const old = standing.transitions.map((one) =>
      one.id === '51' ? { ...one, beside: { r: 'old' }, expressions: ['x'] } : one,
    );
    fakes.watch.workflows.set('10000/7', { ...standing, transitions: old });
    await sweep(fakes);
    expect([kindsOnRecord(fakes), fakes.setupQueue.refreshes]).toEqual([[], ['10000']]);
  });

  it('is told of where it is gone, also while the policy cannot be read', async () => {
    const fakes = watchedSite();
    const standing = standingWorkflow();
    const gone = standing.transitions.map((one) => (one.id === '51' ? { ...one, beside: { r: 'd' } } : one));
    fakes.watch.workflows.set('10000/7', { ...standing, transitions: gone });
    fakes.faults.fail('archive.policyInForce', new Failure('unreadable-document', 'The policy cannot be read.'));
    await sweep(fakes);
    expect(fakes.store.entries).toMatchObject([
      { event: { kind: 'guard-missing', why: 'anybody', transitionId: '51', gate: 'close' } },
    ]);
  });
});

describe('a gate', () => {
  it('that is missing is told of once, and again when it goes missing again', async () => {
    const fakes = watchedSite();
    const intact = standingWorkflow();
    const open = intact.transitions.map((one) => (one.id === '11' ? { ...one, gate: null } : one));
    const put = (transitions: typeof intact.transitions) =>
      fakes.watch.workflows.set('10000/7', { ...intact, transitions });
    put(open);
    await sweep(fakes);
    await sweep(fakes);
    expect(kindsOnRecord(fakes)).toEqual(['guard-missing']);
    put(intact.transitions);
    await sweep(fakes);
    put(open);
    await sweep(fakes);
    expect(fakes.store.entries.map(({ actionId }) => actionId)).toEqual([
      'guard:10000/removed/11:1',
      'guard:10000/removed/11:2',
    ]);
    expect(fakes.sweepRegister.stored.faults).toEqual({ '10000/removed/11': { times: 2, lasts: true } });
  });
});
