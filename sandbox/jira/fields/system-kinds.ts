/** Fields whose values are Jira's own objects, kept as their ids. */
import { PRIORITIES, RESOLUTIONS } from '../catalogue';
import type { NamedOption } from '../catalogue';
import { isObject } from '../document';
import { issueTypeView, projectReferenceView, statusView } from '../object-views';
import { asText, NOTHING_LOGGED } from './field-kind';
import type { FieldKind, KindName, Reading } from './field-kind';

function fixedChoice(name: KindName, path: string, choices: readonly NamedOption[]): FieldKind {
  return {
    name,
    schema: { type: name },
    operations: ['set'],
    read: (input, { field }): Reading => {
      const given = isObject(input) ? (input.id ?? input.name) : undefined;
      if (!isObject(input) || typeof given !== 'string') {
        return { refusal: `Specify a valid 'id' or 'name' for ${field.name}` };
      }
      const choice = choices.find((entry) => (input.id === undefined ? entry.name === given : entry.id === given));
      return choice === undefined ? { refusal: `The ${name} selected is invalid.` } : { value: choice.id };
    },
    show: (value, { site }) => {
      const choice = choices.find((entry) => entry.id === value);
      return {
        self: `${site.baseUrl()}/rest/api/3/${path}/${asText(value)}`,
        id: asText(value),
        description: choice?.description ?? '',
        name: choice?.name ?? '',
        ...(name === 'priority' ? { iconUrl: `${site.baseUrl()}/images/icons/priorities/${asText(value)}.svg` } : {}),
      };
    },
    log: (value) =>
      value === null
        ? NOTHING_LOGGED
        : { id: asText(value), text: choices.find((entry) => entry.id === value)?.name ?? '' },
  };
}

export const priority = fixedChoice('priority', 'priority', PRIORITIES);
export const resolution = fixedChoice('resolution', 'resolution', RESOLUTIONS);

const readOnly = (): Reading => ({ refusal: 'This field is set by Jira.' });

export const status: FieldKind = {
  name: 'status',
  schema: { type: 'status' },
  operations: [],
  read: readOnly,
  show: (value, { site }) => statusView(site, site.store.status(asText(value))),
  log: (value, { site }) => ({ id: asText(value), text: site.store.status(asText(value)).name }),
};

export const issuetype: FieldKind = {
  name: 'issuetype',
  schema: { type: 'issuetype' },
  operations: ['set'],
  read: readOnly,
  show: (value, { site }) => issueTypeView(site, asText(value)),
  log: (value, { site }) => ({ id: asText(value), text: issueTypeView(site, asText(value)).name }),
};

export const project: FieldKind = {
  name: 'project',
  schema: { type: 'project' },
  operations: [],
  read: readOnly,
  show: (value, { site }) => {
    const found = site.store.findProject(asText(value));
    return found === undefined ? null : projectReferenceView(site, found);
  },
  log: (value, { site }) => ({ id: asText(value), text: site.store.findProject(asText(value))?.name ?? null }),
};

/** Links are kept apart from the issue's values; Get issue shows them in this field. */
export const links: FieldKind = {
  name: 'links',
  schema: { type: 'array', items: 'issuelinks' },
  operations: ['add', 'copy'],
  read: readOnly,
  show: () => [],
  log: () => NOTHING_LOGGED,
};

export const comments: FieldKind = {
  ...links,
  name: 'comments',
  schema: { type: 'comments-page' },
  operations: ['add'],
};
