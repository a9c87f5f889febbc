/** What `GET /rest/api/3/field/search` finds, in order. */
import { idsParameter } from '../administration';
import type { JiraSite } from '../jira-site';
import { badRequest, unsupported } from '../refusal';
import type { JiraContext } from '../request';
import { applicableField } from './applicable-field';
import { allFields } from './field-catalogue';
import type { Field } from './field-kind';
import { screensCount } from './field-view';

export function searchFields(site: JiraSite, context: JiraContext): readonly Field[] {
  const types = (context.req.queries('type') ?? []).flatMap((entry) => entry.split(','));
  const wrong = types.find((type) => type !== 'custom' && type !== 'system');
  if (wrong !== undefined) throw badRequest(`Invalid field type: ${wrong}`);
  const ids = context.req.queries('id') ?? [];
  const query = (context.req.query('query') ?? '').toLowerCase();
  const projectIds = idsParameter(context, 'projectIds');
  return allFields(site.store)
    .filter((field) => types.length === 0 || types.includes(field.custom ? 'custom' : 'system'))
    .filter((field) => ids.length === 0 || ids.includes(field.id))
    .filter((field) => `${field.name} ${field.description}`.toLowerCase().includes(query))
    .filter((field) => projectIds === undefined || projectIds.some((id) => appliesIn(site, field, id)))
    .toSorted(order(site, context.req.query('orderBy') ?? 'name'));
}

function order(site: JiraSite, wanted: string): (one: Field, two: Field) => number {
  const [, sign = '', key] = /^([+-]?)(name|contextsCount|screensCount)$/.exec(wanted.replace(' ', '+')) ?? [];
  if (key === undefined) throw unsupported(`orderBy=${wanted}`);
  const compare = (one: Field, two: Field): number => {
    if (key === 'contextsCount') return one.contexts.length - two.contexts.length;
    if (key === 'screensCount') return screensCount(site.store, one) - screensCount(site.store, two);
    return one.name.localeCompare(two.name, 'en');
  };
  return (one, two) => (sign === '-' ? -1 : 1) * compare(one, two);
}

function appliesIn(site: JiraSite, field: Field, projectId: string): boolean {
  const project = site.store.state.projects.find(({ id }) => id === projectId);
  if (project === undefined) return false;
  const types = site.store.issueTypeIdsOf(project);
  return types.some((issueTypeId) => applicableField(field, { projectId, issueTypeId }) !== undefined);
}
