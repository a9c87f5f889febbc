import type { AccountId } from '../change/identity';
import type { Gate } from '../change/lifecycle';
import type { Instant } from '../instant';

/** A transition of a governed workflow that must carry the app's gate. */
export interface GuardedBy {
  readonly transitionId: string;
  readonly gate: Gate;
}

/** A project that the app has put under change control, with what keeps it so. */
export interface GovernedProject {
  readonly projectId: string;
  /** The key that it had then. */
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly workflowId: string;
  readonly workflowSchemeId: string;
  readonly transitions: readonly GuardedBy[];
  readonly since: Instant;
  readonly by: AccountId;
}

/** Every governed project of the site, and the projects that are being set up. */
export interface Governance {
  readonly revision: number;
  readonly projects: readonly GovernedProject[];
  /** Ids of projects whose set-up was started and has not finished. */
  readonly underway: readonly string[];
}

export const NO_GOVERNANCE: Governance = { revision: 0, projects: [], underway: [] };

/** The governance after a set-up was started. */
export function withStarted(before: Governance, projectId: string): Governance {
  const others = before.underway.filter((id) => id !== projectId);
  return { ...before, revision: before.revision + 1, underway: [...others, projectId] };
}

/** The governance after a set-up has finished. */
export function withGoverned(before: Governance, project: GovernedProject): Governance {
  const isOther = ({ projectId }: { readonly projectId: string }) => projectId !== project.projectId;
  return {
    revision: before.revision + 1,
    projects: [...before.projects.filter(isOther), project],
    underway: before.underway.filter((id) => id !== project.projectId),
  };
}
