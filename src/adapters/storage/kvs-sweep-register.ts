import { storedKnownChanges, storedLearnedProjects, storedSweep } from '../../contracts/stored/sweep';
import { NO_SWEEP, type SweepState } from '../../domain/aftermath/sweep';
import type { ChangeIdentity } from '../../domain/change/identity';
import { Failure } from '../../domain/failure';
import type { LearnedProject, SweepRegister } from '../../ports/sweep-register';
import { documentSets, readDocument } from './documents';
import { KNOWN_CHANGES_KEY, LEARNED_PROJECTS_KEY, SWEEP_KEY } from './storage-keys';
import { commit, type ConditionalSet } from './transaction';

const NONE_LEARNED = { revision: 0, projects: [] } as const;

/** The bookkeeping of the sweep, in Forge storage. */
export class KvsSweepRegister implements SweepRegister {
  async state(): Promise<SweepState> {
    return (await readDocument(SWEEP_KEY, storedSweep)) ?? NO_SWEEP;
  }

  async save(state: SweepState): Promise<void> {
    const { revision } = state;
    await commitOrLose(documentSets(SWEEP_KEY, storedSweep, state, { revision, previous: revision - 1 }));
  }

  async known(): Promise<readonly ChangeIdentity[]> {
    return (await readDocument(KNOWN_CHANGES_KEY, storedKnownChanges))?.changes ?? [];
  }

  async saveKnown(changes: readonly ChangeIdentity[]): Promise<void> {
    const any = { revision: 1, previous: 'any' } as const;
    await commitOrLose(documentSets(KNOWN_CHANGES_KEY, storedKnownChanges, { changes }, any));
  }

  async learned(): Promise<readonly LearnedProject[]> {
    return (await readDocument(LEARNED_PROJECTS_KEY, storedLearnedProjects))?.projects ?? [];
  }

  async learn(project: LearnedProject): Promise<void> {
    const before = (await readDocument(LEARNED_PROJECTS_KEY, storedLearnedProjects)) ?? NONE_LEARNED;
    if (before.projects.some(({ projectId }) => projectId === project.projectId)) return;
    const revision = before.revision + 1;
    const next = { revision, projects: [...before.projects, project] };
    await commitOrLose(
      documentSets(LEARNED_PROJECTS_KEY, storedLearnedProjects, next, { revision, previous: revision - 1 }),
    );
  }
}

async function commitOrLose(sets: readonly ConditionalSet[]): Promise<void> {
  if (await commit(sets)) return;
  throw new Failure('conflict', 'Another sweep wrote this at the same time. Look at it again.');
}
