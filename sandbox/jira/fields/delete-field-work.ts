/** The task that deletes a custom field. */
import type { Account, JiraSite } from '../jira-site';
import type { Json } from '../json';
import { JiraRefusal } from '../refusal';
import type { Task } from '../state';
import { isOngoing, submitTask } from '../tasks/submit-task';
import { deleteCustomField } from './custom-fields';
import { asText } from './field-kind';
import type { CustomField } from './field-state';

export const DELETE_FIELD_WORK = 'field.delete';

/** 409 while the field is being deleted already. */
export function submitDeletion(site: JiraSite, account: Account, field: CustomField): Task {
  const running = site.store.state.tasks.some(
    (task) => task.kind === DELETE_FIELD_WORK && task.input === field.id && isOngoing(task),
  );
  if (running) throw new JiraRefusal(409, ['A task to delete the custom field is running.']);
  return submitTask(site, account, {
    kind: DELETE_FIELD_WORK,
    description: `Delete custom field ${field.id}`,
    input: field.id,
  });
}

export function deleteFieldWork(site: JiraSite, _account: Account, input: Json): Json {
  const field = site.store.state.fields.find(({ id }) => id === asText(input));
  if (field !== undefined) deleteCustomField(site, field);
  return null;
}
