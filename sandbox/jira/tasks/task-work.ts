/** What the long-running tasks of a Jira site do, by their kind. */
import { DELETE_FIELD_WORK, deleteFieldWork } from '../fields/delete-field-work';
import { BULK_DELETE, bulkDeleteWork, BULK_MOVE, bulkMoveWork } from '../issue/bulk-work';
import type { Account, JiraSite } from '../jira-site';
import type { Json } from '../json';
import { publishDraft, SCHEME_WORK, switchScheme, updateScheme } from '../workflow-admin/scheme-work';
import { updateWorkflowsWork, WORKFLOW_WORK } from '../workflow-admin/update-workflows';

/** Does the work in the name of the account that asked for it and answers the result of the task. */
export type TaskWork = (site: JiraSite, account: Account, input: Json) => Json;

export const TASK_WORK: Readonly<Record<string, TaskWork>> = {
  [BULK_MOVE]: bulkMoveWork,
  [BULK_DELETE]: bulkDeleteWork,
  [WORKFLOW_WORK]: updateWorkflowsWork,
  [SCHEME_WORK.switch]: switchScheme,
  [SCHEME_WORK.update]: updateScheme,
  [SCHEME_WORK.publish]: publishDraft,
  [DELETE_FIELD_WORK]: deleteFieldWork,
};
