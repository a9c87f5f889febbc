import type { AccountId } from '../change/identity';
import { later, type Instant } from '../instant';

/** The secrets with which requests about the changes of one project are signed: which ones, never what they are. */
export interface ProjectSecrets {
  readonly current: { readonly id: string; readonly since: Instant; readonly by: AccountId };
  /** The one before, which goes on working until this instant; null where there is none. */
  readonly previous: { readonly id: string; readonly until: Instant } | null;
}

/** Project key -> its secrets. A secret that is not named here opens nothing. */
export interface DeploySecrets {
  readonly revision: number;
  readonly projects: Readonly<Record<string, ProjectSecrets>>;
}

export const NO_DEPLOY_SECRETS: DeploySecrets = { revision: 0, projects: {} };

/** How long a secret goes on working after it was replaced, so that no pipeline has to be changed at that very moment. */
export const HOURS_OF_OVERLAP = 24;

export function secretsOf(
  { projects }: Pick<DeploySecrets, 'projects'>,
  projectKey: string,
): ProjectSecrets | undefined {
  // A key may be called like something that every object inherits.
  return Object.hasOwn(projects, projectKey) ? projects[projectKey] : undefined;
}

/** The ids of the secrets that open the gate of a project at an instant. */
export function workingSecrets(secrets: DeploySecrets, projectKey: string, now: Instant): readonly string[] {
  const found = secretsOf(secrets, projectKey);
  if (found === undefined) return [];
  const { current, previous } = found;
  return previous !== null && now < previous.until ? [current.id, previous.id] : [current.id];
}

/** The register after a project got a new secret. The one before works for another 24 hours, an older one no more. */
export function withNewSecret(
  secrets: DeploySecrets,
  projectKey: string,
  made: ProjectSecrets['current'],
): DeploySecrets {
  const before = secretsOf(secrets, projectKey);
  const until = later(made.since, HOURS_OF_OVERLAP * 3_600_000);
  const previous = before === undefined ? null : { id: before.current.id, until };
  return {
    revision: secrets.revision + 1,
    projects: { ...secrets.projects, [projectKey]: { current: made, previous } },
  };
}

/** The register after the secrets of a project were revoked: none of them works any more. */
export function withoutSecrets(secrets: DeploySecrets, projectKey: string): DeploySecrets {
  const rest = Object.entries(secrets.projects).filter(([key]) => key !== projectKey);
  return { revision: secrets.revision + 1, projects: Object.fromEntries(rest) };
}
