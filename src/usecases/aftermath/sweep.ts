import { withFindings, withKeys, withKnown, type SweepRun, type SweepState } from '../../domain/aftermath/sweep';
import type { Instant } from '../../domain/instant';
import type { Ports } from '../../ports/ports';
import { lastingProblem } from './lasting-problem';
import { lookAtGuards } from './look-at-guards';
import { lookAtKnown } from './missing-changes';
import { settleChange, type SettlePorts } from './settle-change';

export type SweepPorts = SettlePorts &
  Pick<Ports, 'watch' | 'archive' | 'ledger' | 'clock' | 'setupRegister' | 'setupQueue' | 'sweepRegister'>;

/** So much is done between two savings, and so many savings in one go: some hundred calls, well within its time. */
const CHANGES_IN_STEP = 10;
const KNOWN_IN_STEP = 100;
const MOST_STEPS = 12;
/** Looked at twice, so that nothing falls between two sweeps. */
const OVERLAP_MINUTES = 60;
const ENTRIES_IN_CALL = 100;
const MOST_PROBLEMS = 20;

/**
 * Begins a sweep, or goes on with the one that is under way, for as much as fits in one go.
 * @returns whether there is more to do.
 * @throws Failure when something could not be read or written: it goes on where it ended.
 */
export async function sweepOn(ports: SweepPorts): Promise<boolean> {
  let state = await ports.sweepRegister.state();
  if (state.run === null) state = await begin(ports, state);
  for (let steps = 1; state.run !== null; steps += 1) {
    if (steps > MOST_STEPS) return true;
    state = await save(ports, await step(ports, state, state.run));
  }
  return false;
}

/** Ends a sweep that cannot go on, with the reason; the next one looks at everything again. */
export async function giveUpSweep(ports: SweepPorts, why: string): Promise<void> {
  const state = await ports.sweepRegister.state();
  await save(ports, { ...state, run: null, failure: { at: ports.clock.now(), why } });
}

async function begin(ports: SweepPorts, state: SweepState): Promise<SweepState> {
  const startedAt = ports.clock.now();
  const indexed = await index(ports, state);
  const since = state.lookedThrough ?? (await watchedSince(ports));
  const pending = since === undefined ? [] : await ports.watch.touchedWithin(minutesSince(since, startedAt));
  const run: SweepRun = {
    startedAt,
    phase: 'changes',
    pending,
    looked: 0,
    problems: [],
    fromSeq: indexed.indexedThrough,
  };
  return save(ports, { ...indexed, run });
}

function minutesSince(since: Instant, now: Instant): number {
  return Math.max(0, Math.ceil((Date.parse(now) - Date.parse(since)) / 60_000)) + OVERLAP_MINUTES;
}

/** Since when the first project was under change control; undefined where there is none. */
async function watchedSince({ setupRegister, sweepRegister }: SweepPorts): Promise<Instant | undefined> {
  const [{ projects }, learned] = await Promise.all([setupRegister.governance(), sweepRegister.learned()]);
  return [...projects, ...learned].map(({ since }) => since).sort()[0];
}

async function step(ports: SweepPorts, state: SweepState, run: SweepRun): Promise<SweepState> {
  switch (run.phase) {
    case 'changes': {
      if (run.pending.length === 0) return toKnown(ports, state, run);
      const now = run.pending.slice(0, CHANGES_IN_STEP);
      const problems = await problemsOf(ports, now);
      const looked = run.looked + now.length;
      const pending = run.pending.slice(now.length);
      return { ...state, run: { ...withProblems(run, problems), pending, looked } };
    }
    case 'known': {
      if (run.pending.length === 0) return toGuards(ports, state, run);
      const now = run.pending.slice(0, KNOWN_IN_STEP);
      const known = await ports.sweepRegister.known();
      const { renamed, problems } = await lookAtKnown(
        ports,
        known.filter(({ id }) => now.includes(id)),
      );
      if (renamed.length > 0) await ports.sweepRegister.saveKnown(withKeys(known, renamed));
      return { ...state, run: { ...withProblems(run, problems), pending: run.pending.slice(now.length) } };
    }
    case 'guards': {
      const [projectId, ...pending] = run.pending;
      if (projectId === undefined) return finish(ports, state, run);
      const { projects } = await ports.setupRegister.governance();
      const project = projects.find((one) => one.projectId === projectId);
      let { faults } = state;
      const problems = await lastingProblem(async () => {
        if (project !== undefined) faults = await lookAtGuards(ports, project, faults);
      });
      return { ...state, faults, run: { ...withProblems(run, problems), pending } };
    }
  }
}

function withProblems(run: SweepRun, problems: readonly string[]): SweepRun {
  return { ...run, problems: [...run.problems, ...problems].slice(0, MOST_PROBLEMS) };
}

/** Of what the ledger says now: a change that was just found to be gone is not looked for again. */
async function toKnown(ports: SweepPorts, state: SweepState, run: SweepRun): Promise<SweepState> {
  const indexed = await index(ports, state);
  const known = await ports.sweepRegister.known();
  return { ...indexed, run: { ...run, phase: 'known', pending: known.map(({ id }) => id) } };
}

async function toGuards({ setupRegister }: SweepPorts, state: SweepState, run: SweepRun): Promise<SweepState> {
  const { projects } = await setupRegister.governance();
  return { ...state, run: { ...run, phase: 'guards', pending: projects.map(({ projectId }) => projectId) } };
}

async function finish(ports: SweepPorts, state: SweepState, run: SweepRun): Promise<SweepState> {
  const indexed = await index(ports, state);
  const { startedAt, looked, problems, fromSeq } = run;
  const found = indexed.findings.filter((seq) => seq > fromSeq).length;
  const last = { startedAt, finishedAt: ports.clock.now(), looked, found, problems };
  return { ...indexed, run: null, lookedThrough: startedAt, last, failure: null };
}

/** Looks through what came on record, for known changes and for what is amiss. */
async function index(ports: SweepPorts, state: SweepState): Promise<SweepState> {
  let next = state;
  for (;;) {
    const entries = await ports.ledger.read(next.indexedThrough + 1, ENTRIES_IN_CALL);
    const last = entries.at(-1);
    if (last === undefined) return next;
    await ports.sweepRegister.saveKnown(withKnown(await ports.sweepRegister.known(), entries));
    next = { ...next, indexedThrough: last.seq, findings: withFindings(next.findings, entries) };
  }
}

async function save({ sweepRegister }: Pick<Ports, 'sweepRegister'>, state: SweepState): Promise<SweepState> {
  const next = { ...state, revision: state.revision + 1 };
  await sweepRegister.save(next);
  return next;
}

/**
 * Looks at changes at once. Where many of them have something for the ledger, they get in each other's way: those that did
 * not come through are looked at once more, one after the other.
 */
async function problemsOf(ports: SweepPorts, ids: readonly string[]): Promise<readonly string[]> {
  const first = await Promise.allSettled(ids.map((id) => problemOf(ports, id)));
  const problems: string[] = [];
  for (const [index, id] of ids.entries()) {
    const outcome = first[index];
    problems.push(...(outcome?.status === 'fulfilled' ? outcome.value : await problemOf(ports, id)));
  }
  return problems;
}

/** A change of which something cannot be read for good does not keep the sweep from the others: it is told of instead. */
function problemOf(ports: SweepPorts, id: string): Promise<readonly string[]> {
  return lastingProblem(() => settleChange(ports, id, 'sweep'));
}
