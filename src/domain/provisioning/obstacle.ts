import type { Situation } from './situation';

/** Why a project cannot be put under change control as it stands. Nothing is touched then. */
export type Obstacle =
  | { readonly code: 'team-managed' }
  /** Issues of the type are in statuses of another workflow, and nobody but the team knows what those mean. */
  | { readonly code: 'change-requests-there'; readonly count: number }
  | { readonly code: 'no-issue-types' };

export function obstaclesIn({ survey, parts }: Situation): readonly Obstacle[] {
  const { project, current } = survey;
  if (!project.companyManaged) return [{ code: 'team-managed' }];
  const governed = current.workflowScheme.id === parts['workflow-scheme'];
  return [
    ...(project.changeRequests > 0 && !governed
      ? [{ code: 'change-requests-there', count: project.changeRequests } as const]
      : []),
    ...(current.issueTypeScheme.issueTypeIds.length === 0 ? [{ code: 'no-issue-types' } as const] : []),
  ];
}
