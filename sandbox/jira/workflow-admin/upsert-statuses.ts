/**
 * The top-level statuses of a workflow document. Jira upserts them: an existing status takes over everything that the
 * document says, so a description that is left out is wiped, for the whole site.
 */
import type { JiraSite } from '../jira-site';
import type { Status } from '../state';
import type { DocumentStatus } from './workflow-document';
import { problem } from './workflow-problem';
import type { WorkflowProblem } from './workflow-problem';

/** Names of global statuses are unique; one that exists is referred to by its id. */
export function statusProblems(site: JiraSite, statuses: readonly DocumentStatus[]): readonly WorkflowProblem[] {
  return statuses.flatMap((status, at) => {
    const { id, name, statusReference } = status;
    const reference = { type: 'STATUS', statusReference } as const;
    const others = statuses.filter((_, index) => index !== at);
    if (id !== undefined && findStatus(site, id) === undefined) {
      return [problem('STATUS_NOT_FOUND', `There is no status with the id ${id}`, reference)];
    }
    if (others.some((other) => other.statusReference === statusReference)) {
      return [
        problem('NON_UNIQUE_STATUS_REFERENCE', `The status reference ${statusReference} is there twice`, reference),
      ];
    }
    const taken = statusNamed(site, name);
    const clash = (taken !== undefined && taken.id !== id) || others.some((other) => sameName(other.name, name));
    return clash ? [problem('NON_UNIQUE_STATUS_NAME', 'You must use a unique status name.', reference)] : [];
  });
}

/** Adds and overwrites statuses; answers the id of each by its reference. */
export function upsertStatuses(site: JiraSite, statuses: readonly DocumentStatus[]): ReadonlyMap<string, string> {
  return new Map(
    statuses.map(({ id, name, description, statusCategory: category, statusReference }) => {
      const existing = id === undefined ? undefined : findStatus(site, id);
      if (existing !== undefined) {
        Object.assign(existing, { name, description, category });
        return [statusReference, existing.id];
      }
      const status = { id: site.store.nextId('status'), name, description, category };
      site.store.state.statuses.push(status);
      return [statusReference, status.id];
    }),
  );
}

export function findStatus(site: JiraSite, id: string): Status | undefined {
  return site.store.state.statuses.find((status) => status.id === id);
}

export function statusNamed(site: JiraSite, name: string): Status | undefined {
  return site.store.state.statuses.find((status) => sameName(status.name, name));
}

function sameName(one: string, two: string): boolean {
  return one.toLowerCase() === two.toLowerCase();
}
