/** All fields of a site: the system's and the custom ones. */
import { APP_FIELD_KINDS } from './app-kinds';
import * as choice from './choice-kinds';
import * as persons from './person-kinds';
import * as system from './system-kinds';
import * as text from './text-kinds';
import * as time from './time-kinds';
import type { JiraStore } from '../store';
import type { CustomField } from '../state';
import type { Field, FieldKind } from './field-kind';

/** The custom field types that the sandbox has, by the last part of `com.atlassian.jira.plugin.system.customfieldtypes:…`. */
export const CUSTOM_FIELD_TYPES: Readonly<Record<string, FieldKind>> = {
  textfield: text.line,
  textarea: text.document,
  url: text.url,
  float: text.number,
  datetime: time.instant,
  datepicker: time.day,
  userpicker: persons.person,
  multiuserpicker: persons.people,
  select: choice.option,
  radiobuttons: choice.option,
  multiselect: choice.options,
  multicheckboxes: choice.options,
  labels: choice.labels,
};

function systemField(id: string, name: string, kind: FieldKind, settable: boolean, clauses: readonly string[]): Field {
  return {
    id,
    name,
    custom: false,
    description: '',
    type: id,
    options: [],
    contexts: [],
    defaultValue: null,
    kind,
    settable,
    clauseNames: clauses,
  };
}

const SYSTEM_FIELDS: readonly Field[] = [
  systemField('summary', 'Summary', text.line, true, ['summary']),
  systemField('description', 'Description', text.document, true, ['description']),
  systemField('issuetype', 'Issue Type', system.issuetype, false, ['issuetype', 'type']),
  systemField('project', 'Project', system.project, false, ['project']),
  systemField('reporter', 'Reporter', persons.person, true, ['reporter']),
  systemField('assignee', 'Assignee', persons.person, true, ['assignee']),
  systemField('creator', 'Creator', persons.person, false, ['creator']),
  systemField('status', 'Status', system.status, false, ['status']),
  systemField('statuscategorychangedate', 'Status Category Changed', time.instant, false, [
    'statusCategoryChangedDate',
  ]),
  systemField('resolution', 'Resolution', system.resolution, true, ['resolution']),
  systemField('resolutiondate', 'Resolved', time.instant, false, ['resolutiondate', 'resolved']),
  systemField('priority', 'Priority', system.priority, true, ['priority']),
  systemField('labels', 'Labels', choice.labels, true, ['labels']),
  systemField('duedate', 'Due date', time.day, true, ['due', 'duedate']),
  systemField('created', 'Created', time.instant, false, ['created', 'createdDate']),
  systemField('updated', 'Updated', time.instant, false, ['updated', 'updatedDate']),
  systemField('issuelinks', 'Linked Issues', system.links, false, []),
  systemField('comment', 'Comment', system.comments, false, ['comment']),
];

function fromCustomField(custom: CustomField): Field {
  const { app } = custom;
  const kind = app === undefined ? CUSTOM_FIELD_TYPES[custom.type] : APP_FIELD_KINDS[app.dataType];
  if (kind === undefined) throw new Error(`The sandbox has no custom field type '${custom.type}'`);
  return {
    id: custom.id,
    name: custom.name,
    custom: true,
    description: custom.description,
    type: custom.type,
    options: custom.contexts.flatMap(({ options }) => options),
    contexts: custom.contexts,
    defaultValue: null,
    kind,
    settable: app?.readOnly !== true,
    ...(app === undefined ? {} : { app }),
    // "Forge custom fields have a searcher set automatically": POST /rest/api/3/field in Atlassian's document.
    clauseNames:
      custom.searcherKey === null && app === undefined
        ? []
        : [`cf[${custom.id.replace('customfield_', '')}]`, custom.name],
  };
}

/** System fields first, then custom fields in the order of their creation. */
export function allFields(store: JiraStore): readonly Field[] {
  return [...SYSTEM_FIELDS, ...store.state.fields.filter(isThere).map(fromCustomField)];
}

export function findField(store: JiraStore, id: string): Field | undefined {
  const builtIn = SYSTEM_FIELDS.find((field) => field.id === id);
  if (builtIn !== undefined) return builtIn;
  const custom = store.state.fields.find((field) => field.id === id && isThere(field));
  return custom === undefined ? undefined : fromCustomField(custom);
}

/** By name, as seeds spell them; a custom field goes before a system field of the same name. */
export function findFieldByName(store: JiraStore, name: string): Field | undefined {
  const custom = store.state.fields.find((field) => field.name === name && isThere(field));
  return custom === undefined ? SYSTEM_FIELDS.find((field) => field.name === name) : fromCustomField(custom);
}

function isThere({ app }: CustomField): boolean {
  return app?.installed !== false;
}
