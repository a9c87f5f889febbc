/** The fields that a query can name: what they are compared by, and which values of theirs exist. */
import { mayBrowse, maySeeProject } from '../access';
import { PRIORITIES, RESOLUTIONS, STATUS_CATEGORIES } from '../catalogue';
import type { NamedOption } from '../catalogue';
import { plainText } from '../document';
import { allFields } from '../fields/field-catalogue';
import { asList, asNumber, asText } from '../fields/field-kind';
import type { Field } from '../fields/field-kind';
import { badRequest, unsupported } from '../refusal';
import type { IssueRecord, Json, StatusCategory } from '../state';
import type { JqlContext } from './jql-context';
import { fieldProperty, wordsIn } from './field-properties';
import { namedField } from './named-field';

interface Named {
  /** As the query spells it; messages repeat it. */
  readonly name: string;
}

export interface ChoiceField extends Named {
  readonly by: 'choice';
  valuesOf(issue: IssueRecord): readonly string[];
  /** The values that a word of the query stands for; none when Jira knows no such value. */
  find(text: string, context: JqlContext): readonly string[];
}

export interface TextField extends Named {
  readonly by: 'text';
  textOf(issue: IssueRecord): string | null;
}

export interface OrderedField extends Named {
  readonly by: 'instant' | 'day' | 'number';
  valueOf(issue: IssueRecord): number | string | null;
}

export type JqlField = ChoiceField | TextField | OrderedField;

const KNOWN_TO_JIRA = /^(affectedversion|approvals|attachments|category|comment|component|development|environment|epic link|filter|fixversion|hierarchylevel|issuelink|issuelinktype|lastviewed|level|organizations?|originalestimate|parent|projecttype|remainingestimate|request.*|sprint|timespent|voter|votes|watcher|watchers|worklog.*|workratio)$/; // prettier-ignore

/** The field of that name, or Jira's refusal. Names are compared without regard to case. */
export function jqlField(name: string, context: JqlContext): JqlField {
  const lower = name.toLowerCase();
  if (['key', 'issuekey', 'id', 'issue'].includes(lower)) return keyField(name);
  if (lower === 'text') return { name, by: 'text', textOf: (issue) => allText(issue, context) };
  if (lower === 'statuscategory') return statusCategoryField(name, context);
  const field = namedField(context.site.store, name);
  if (field !== undefined && field.kind.name !== 'comments') return fromField(name, field, context);
  const property = fieldProperty(name, context);
  if (property !== undefined) return property;
  if (KNOWN_TO_JIRA.test(lower)) throw unsupported(`the JQL field '${name}'`);
  throw badRequest(`Field '${name}' does not exist or you do not have permission to view it.`);
}

function fromField(name: string, field: Field, context: JqlContext): JqlField {
  const valueOf = (issue: IssueRecord): Json => issue.values[field.id] ?? null;
  switch (field.kind.name) {
    case 'line':
      return { name, by: 'text', textOf: (issue) => (valueOf(issue) === null ? null : asText(valueOf(issue))) };
    case 'document':
      return { name, by: 'text', textOf: (issue) => (valueOf(issue) === null ? null : plainText(valueOf(issue))) };
    case 'object':
      return { name, by: 'text', textOf: (issue) => (valueOf(issue) === null ? null : wordsIn(valueOf(issue))) };
    case 'instant':
    case 'number': {
      const by = field.kind.name;
      return { name, by, valueOf: (issue) => (valueOf(issue) === null ? null : asNumber(valueOf(issue))) };
    }
    case 'day':
      return { name, by: 'day', valueOf: (issue) => (valueOf(issue) === null ? null : asText(valueOf(issue))) };
    default: {
      const valuesOf = (issue: IssueRecord): readonly string[] => {
        const value = valueOf(issue);
        if (value === null) return [];
        return Array.isArray(value) ? asList(value) : [asText(value)];
      };
      return { name, by: 'choice', valuesOf, find: (text) => findValues(field, text, context) };
    }
  }
}

/** Ids or names, as Jira takes both; names without regard to case. */
function findValues(field: Field, text: string, context: JqlContext): readonly string[] {
  const { store, directory } = context.site;
  switch (field.kind.name) {
    case 'person':
    case 'people':
      return directory.findPerson(text) === undefined ? [] : [text];
    case 'option':
    case 'options':
      return matching(field.options.map(({ id, value }) => ({ id, name: value })), text); // prettier-ignore
    case 'status':
      return matching(store.state.statuses, text);
    case 'issuetype':
      return matching(store.state.issueTypes, text);
    case 'project': {
      const visible = store.state.projects.filter((project) => maySeeProject(context.site, context.account, project));
      const byKey = visible.filter((project) => project.key.toLowerCase() === text.toLowerCase());
      return byKey.length > 0 ? byKey.map(({ id }) => id) : matching(visible, text);
    }
    case 'priority':
      return matching(PRIORITIES, text);
    case 'resolution':
      return text.toLowerCase() === 'unresolved' ? [] : matching(RESOLUTIONS, text);
    default:
      return [text];
  }
}

function matching(choices: readonly Pick<NamedOption, 'id' | 'name'>[], text: string): readonly string[] {
  const byName = choices.filter((choice) => choice.name.toLowerCase() === text.toLowerCase());
  return (byName.length > 0 ? byName : choices.filter((choice) => choice.id === text)).map(({ id }) => id);
}

function keyField(name: string): ChoiceField {
  return {
    name,
    by: 'choice',
    valuesOf: (issue) => [issue.id],
    find: (text, { site, account }) => {
      const issue = site.store.findIssue(text);
      if (issue !== undefined && mayBrowse(site, account, issue)) return [issue.id];
      if (/^\d+$/.test(text)) throw badRequest(`A value with ID '${text}' does not exist for the field '${name}'.`);
      throw badRequest(`An issue with key '${text}' does not exist for field '${name}'.`);
    },
  };
}

function statusCategoryField(name: string, context: JqlContext): ChoiceField {
  const categories = Object.keys(STATUS_CATEGORIES) as StatusCategory[];
  return {
    name,
    by: 'choice',
    valuesOf: (issue) => [context.site.store.statusOf(issue).category],
    find: (text) =>
      categories.filter((category) => {
        const details = STATUS_CATEGORIES[category];
        return [details.name, details.key, String(details.id)].some(
          (word) => word.toLowerCase() === text.toLowerCase(),
        );
      }),
  };
}

function allText(issue: IssueRecord, { site }: JqlContext): string {
  const texts = allFields(site.store).map((field) => {
    const value = issue.values[field.id] ?? null;
    if (value === null) return '';
    if (field.kind.name === 'line') return asText(value);
    return field.kind.name === 'document' ? plainText(value) : '';
  });
  return [...texts, ...issue.comments.map((comment) => plainText(comment.body))].join('\n');
}
