import type {
  FieldMapView,
  GovernedView,
  SetupPlanView,
  SetupProgressView,
  SetupView,
} from '../../contracts/api/setup-api';
import { FIELD_TITLES } from '../../contracts/field-titles';
import { obstacleText, planNoteText } from '../../contracts/setup-text';
import { CHANGE_FIELDS, FIELD_KINDS } from '../../domain/change/change-field';
import { SYSTEM_FIELDS, type JiraName } from '../../domain/change/field-map';
import type { GovernedProject } from '../../domain/provisioning/governed-project';
import { progressOf } from '../../domain/provisioning/plan';
import type { SetupProgress } from '../../domain/provisioning/progress';
import type { NamedJiraField } from '../../ports/jira-administration';
import { canHold, type MappedFields } from '../../usecases/provision/edit-field-map';
import type { PlannedSetup } from '../../usecases/provision/plan-setup';
import type { SetupOverview } from '../../usecases/provision/view-setup';

export function setupViewOf({ governance, underway, policyInForce, names }: SetupOverview): SetupView {
  return {
    governed: governance.projects.map(governedViewOf),
    underway: underway.map(progressViewOf),
    policyInForce,
    names: { ...names },
  };
}

export function planViewOf({ project, plan, progress, governed }: PlannedSetup): SetupPlanView {
  const { id, key, name } = project;
  return {
    project: { id, key, name },
    steps: plan.steps.map((step) => ({ ...step })),
    obstacles: plan.obstacles.map(obstacleText),
    notes: plan.notes.map(planNoteText),
    ...progressOf(plan.steps),
    progress: progress === undefined ? null : progressViewOf(progress),
    governed: governed === undefined ? null : governedViewOf(governed),
  };
}

export function progressViewOf(progress: SetupProgress): SetupProgressView {
  const { projectId, projectKey, state, done, total, startedAt, startedBy, changedAt, failure } = progress;
  return { projectId, projectKey, state, done, total, startedAt, startedBy, changedAt, failure };
}

export function fieldMapViewOf({ revision, map, fields }: MappedFields): FieldMapView {
  return {
    revision,
    fields: CHANGE_FIELDS.map((field) => {
      const at = SYSTEM_FIELDS[field] === undefined ? map.fields[field] : null;
      const now = at === null ? undefined : heldBy(at, fields);
      return {
        field,
        title: FIELD_TITLES[field],
        kind: FIELD_KINDS[field],
        at,
        now: now === undefined ? null : { id: now.id, name: now.name },
        choices: at === null ? [] : fields.filter((one) => canHold(one, field)).map(({ id }) => id),
      };
    }),
    names: Object.fromEntries(fields.map(({ id, name }) => [id, name])),
  };
}

/** Of two fields of one name none is read. */
function heldBy(at: JiraName, fields: readonly NamedJiraField[]): NamedJiraField | undefined {
  const found = fields.filter(({ id, name }) => ('id' in at ? id === at.id : name === at.name));
  return found.length === 1 ? found[0] : undefined;
}

function governedViewOf({ projectId, projectKey, since, by }: GovernedProject): GovernedView {
  return { projectId, projectKey, since, by };
}
