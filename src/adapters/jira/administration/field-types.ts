import type { FieldForm } from '../../../domain/provisioning/field-spec';

const PLUGIN = 'com.atlassian.jira.plugin.system.customfieldtypes';

interface FieldType {
  readonly type: string;
  /** What makes the field findable by JQL. */
  readonly searcher: string;
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-post */
const TYPES: Readonly<Record<FieldForm, FieldType>> = {
  paragraph: { type: 'textarea', searcher: 'textsearcher' },
  line: { type: 'textfield', searcher: 'textsearcher' },
  choice: { type: 'select', searcher: 'multiselectsearcher' },
  choices: { type: 'multiselect', searcher: 'multiselectsearcher' },
  labels: { type: 'labels', searcher: 'labelsearcher' },
  person: { type: 'userpicker', searcher: 'userpickergroupsearcher' },
  moment: { type: 'datetime', searcher: 'datetimerange' },
  link: { type: 'url', searcher: 'exacttextsearcher' },
  number: { type: 'float', searcher: 'exactnumber' },
};

/** Types whose values read like those of a form. */
const ALIKE: Readonly<Record<string, FieldForm>> = { radiobuttons: 'choice', multicheckboxes: 'choices' };

export function typeKeysOf(form: FieldForm): { readonly type: string; readonly searcherKey: string } {
  const { type, searcher } = TYPES[form];
  return { type: `${PLUGIN}:${type}`, searcherKey: `${PLUGIN}:${searcher}` };
}

/** @param type The key of a custom field type; null for one that holds nothing that a change could have. */
export function formOfType(type: string | undefined): FieldForm | null {
  const [plugin, name = ''] = (type ?? '').split(':');
  if (plugin !== PLUGIN) return null;
  const known = Object.entries(TYPES).find(([, { type: key }]) => key === name)?.[0];
  return (isForm(known) ? known : undefined) ?? (Object.hasOwn(ALIKE, name) ? ALIKE[name] : undefined) ?? null;
}

function isForm(name: string | undefined): name is FieldForm {
  return name !== undefined && Object.hasOwn(TYPES, name);
}
