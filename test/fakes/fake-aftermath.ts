import type { ChangeTrace, StatusAt } from '../../src/domain/aftermath/change-trace';
import type { StandingWorkflow } from '../../src/domain/aftermath/guard-faults';
import { NO_SWEEP, type SweepState } from '../../src/domain/aftermath/sweep';
import type { ChangeIdentity } from '../../src/domain/change/identity';
import type { Stage } from '../../src/domain/change/lifecycle';
import { Failure } from '../../src/domain/failure';
import type { Notice, Notices } from '../../src/ports/notices';
import type { SiteWatch, StandingIssue } from '../../src/ports/site-watch';
import type { SweepMessage, SweepQueue } from '../../src/ports/sweep-queue';
import type { LearnedProject, SweepRegister } from '../../src/ports/sweep-register';
import type { FakeFaults } from './fake-faults';

/** A status of the fake Jira: its id is the stage that it stands for. */
export function statusOf(stage: Stage | null): StatusAt {
  return { id: stage ?? 'other', stage };
}

/** Jira after the fact, as the test arranges it. */
export class FakeSiteWatch implements SiteWatch {
  readonly traces = new Map<string, ChangeTrace>();
  readonly hidden = new Set<string>();
  /** `project id/issue type id` -> what its change requests follow. */
  readonly workflows = new Map<string, StandingWorkflow>();
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async trace(issue: string, wasChange: boolean): Promise<ChangeTrace | undefined> {
    await this.#faults.report('watch.trace');
    const found = this.traces.get(issue);
    if (found === undefined || wasChange || found.isChangeRequest) return structuredClone(found);
    return { ...structuredClone(found), steps: [] };
  }

  async touchedWithin(): Promise<readonly string[]> {
    await this.#faults.report('watch.touchedWithin');
    return [...this.traces.values()].filter(({ isChangeRequest }) => isChangeRequest).map(({ change }) => change.id);
  }

  async standing(ids: readonly string[]): Promise<ReadonlyMap<string, StandingIssue>> {
    await this.#faults.report('watch.standing');
    if (ids.length > 100) throw new Error('At most 100 issues are fetched at once.');
    const there = ids.flatMap((id) => (this.hidden.has(id) ? [] : (this.traces.get(id) ?? [])));
    return new Map(there.map(({ change, isChangeRequest }) => [change.id, { key: change.key, isChangeRequest }]));
  }

  async lookFor(id: string): Promise<'there' | 'gone' | 'hidden'> {
    await this.#faults.report('watch.lookFor');
    if (this.hidden.has(id)) return 'hidden';
    return this.traces.has(id) ? 'there' : 'gone';
  }

  async workflowOf(projectId: string, issueTypeId: string): Promise<StandingWorkflow | undefined> {
    await this.#faults.report('watch.workflowOf');
    return structuredClone(this.workflows.get(`${projectId}/${issueTypeId}`));
  }
}

export class FakeSweepRegister implements SweepRegister {
  stored: SweepState = NO_SWEEP;
  changes: readonly ChangeIdentity[] = [];
  projects: readonly LearnedProject[] = [];
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async state(): Promise<SweepState> {
    await this.#faults.report('sweepRegister.state');
    return structuredClone(this.stored);
  }

  async save(state: SweepState): Promise<void> {
    await this.#faults.report('sweepRegister.save');
    if (state.revision !== this.stored.revision + 1) throw new Failure('conflict', 'Another sweep wrote first.');
    this.stored = structuredClone(state);
  }

  async known(): Promise<readonly ChangeIdentity[]> {
    await this.#faults.report('sweepRegister.known');
    return structuredClone(this.changes);
  }

  async saveKnown(known: readonly ChangeIdentity[]): Promise<void> {
    await this.#faults.report('sweepRegister.saveKnown');
    this.changes = structuredClone(known);
  }

  async learned(): Promise<readonly LearnedProject[]> {
    await this.#faults.report('sweepRegister.learned');
    return structuredClone(this.projects);
  }

  async learn(project: LearnedProject): Promise<void> {
    await this.#faults.report('sweepRegister.learn');
    if (this.projects.every(({ projectId }) => projectId !== project.projectId)) {
      this.projects = [...this.projects, structuredClone(project)];
    }
  }
}

/** Keeps the messages until the test takes them out. */
export class FakeSweepQueue implements SweepQueue {
  readonly messages: SweepMessage[] = [];
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async push(message: SweepMessage): Promise<void> {
    await this.#faults.report('sweepQueue.push');
    this.messages.push(structuredClone(message));
  }
}

/** What was told, each notice once. */
export class FakeNotices implements Notices {
  readonly told: Notice[] = [];
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async tell(notice: Notice): Promise<boolean> {
    await this.#faults.report('notices.tell');
    if (this.told.every(({ mark }) => mark !== notice.mark)) this.told.push(structuredClone(notice));
    return true;
  }
}
