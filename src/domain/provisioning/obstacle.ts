import { STAGES } from '../change/lifecycle';
import type { Situation } from './situation';

/** Why a project cannot be put under change control as it stands. Nothing is touched then. */
export type Obstacle =
  | { readonly code: 'team-managed' }
  /** Issues of the type are in statuses of another workflow, and nobody but the team knows what those mean. */
  | { readonly code: 'change-requests-there'; readonly count: number }
  | { readonly code: 'no-issue-types' };

export function obstaclesIn(situation: Situation): readonly Obstacle[] {
  const { survey, parts } = situation;
  const { project, current } = survey;
  if (!project.companyManaged) return [{ code: 'team-managed' }];
  const governed = current.workflowScheme.id === parts['workflow-scheme'] || isTakenBack(situation);
  return [
    ...(project.changeRequests > 0 && !governed
      ? [{ code: 'change-requests-there', count: project.changeRequests } as const]
      : []),
    ...(current.issueTypeScheme.issueTypeIds.length === 0 ? [{ code: 'no-issue-types' } as const] : []),
  ];
}

/**
 * Whether the project had its own workflow scheme before, and was given another one whose statuses are all among those of
 * its own: then each change request stays in its status when the project gets its scheme back.
 */
function isTakenBack({ survey, parts }: Situation): boolean {
  if (parts['workflow-scheme'] === undefined) return false;
  const own = STAGES.map((stage) => parts[`status:${stage}`]);
  return (survey.current.statusesOfType[parts['issue-type'] ?? ''] ?? []).every((id) => own.includes(id));
}
