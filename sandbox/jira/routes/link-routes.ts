/** Issue links and their types. */
import { Hono } from 'hono';
import { z } from 'zod';
import { holds, mayBrowse, requireIssue } from '../access';
import { LINK_TYPES } from '../catalogue';
import type { LinkType } from '../catalogue';
import { recordHistory } from '../issue/apply-edits';
import { publishLink } from '../issue/issue-events';
import { linkedIssueView, linkHead, linkTypeView } from '../issue/link-view';
import type { Account, JiraSite } from '../jira-site';
import { badRequest, forbidden, notFound, unsupported } from '../refusal';
import { readJson } from '../request';
import type { JiraEnv } from '../request';
import type { ChangeItem, IssueLink, IssueRecord } from '../state';

const issueReference = z.object({ id: z.string().optional(), key: z.string().optional() });
const linkSchema = z.object({
  type: z.object({ id: z.string().optional(), name: z.string().optional() }),
  inwardIssue: issueReference,
  outwardIssue: issueReference,
  comment: z.unknown().optional(),
});

export function linkRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/issueLinkType', (context) =>
    context.json({ issueLinkTypes: LINK_TYPES.map((type) => linkTypeView(site, type.id)) }),
  );
  routes.post('/issueLink', async (context) => {
    createLink(site, context.get('account'), await readJson(context));
    return context.body(null, 201);
  });
  routes.get('/issueLink/:link', (context) => {
    const { link, inward, outward } = requireLink(site, context.get('account'), context.req.param('link'));
    return context.json({
      ...linkHead(site, link),
      inwardIssue: linkedIssueView(site, inward),
      outwardIssue: linkedIssueView(site, outward),
    });
  });
  routes.delete('/issueLink/:link', (context) => {
    const account = context.get('account');
    const { link, inward, outward } = requireLink(site, account, context.req.param('link'));
    requireLinkPermission(site, account, inward);
    site.store.state.links = site.store.state.links.filter((entry) => entry !== link);
    logLink(site, account, link, inward, outward, false);
    return context.body(null, 204);
  });
  return routes;
}

function createLink(site: JiraSite, account: Account, body: unknown): void {
  const request = linkSchema.safeParse(body);
  if (!request.success) throw badRequest('A link needs a type, an inwardIssue and an outwardIssue.');
  if (request.data.comment !== undefined) throw unsupported('a comment with an issue link');
  const { type: asked } = request.data;
  const type = LINK_TYPES.find((entry) => (asked.id === undefined ? entry.name === asked.name : entry.id === asked.id));
  if (type === undefined) throw notFound(`No issue link type with name '${asked.name ?? asked.id ?? ''}' found.`);
  const inward = requireIssue(site, account, idOrKeyOf(request.data.inwardIssue));
  const outward = requireIssue(site, account, idOrKeyOf(request.data.outwardIssue));
  if (inward === outward) throw badRequest('You cannot link an issue to itself.');
  requireLinkPermission(site, account, inward);
  const same = (entry: IssueLink): boolean =>
    entry.typeId === type.id && entry.inwardId === inward.id && entry.outwardId === outward.id;
  if (site.store.state.links.some(same)) return;
  const link = { id: site.store.nextId('link'), typeId: type.id, inwardId: inward.id, outwardId: outward.id };
  site.store.state.links.push(link);
  logLink(site, account, link, inward, outward, true);
}

function idOrKeyOf(reference: z.infer<typeof issueReference>): string {
  return reference.id ?? reference.key ?? '';
}

function requireLinkPermission(site: JiraSite, account: Account, issue: IssueRecord): void {
  if (!holds(site, account, 'LINK_ISSUES', site.store.projectOf(issue))) {
    throw forbidden('You do not have permission to link issues in this project.');
  }
}

function requireLink(site: JiraSite, account: Account, id: string) {
  const link = site.store.state.links.find((entry) => entry.id === id);
  const inward = link === undefined ? undefined : site.store.findIssue(link.inwardId);
  const outward = link === undefined ? undefined : site.store.findIssue(link.outwardId);
  if (link === undefined || inward === undefined || outward === undefined) {
    throw notFound(`No issue link with id '${id}' exists.`);
  }
  if (!mayBrowse(site, account, inward) || !mayBrowse(site, account, outward)) {
    throw notFound(`No issue link with id '${id}' exists.`);
  }
  return { link, inward, outward };
}

/** Both ends get a history; no issue event is sent for links, only `…:issuelink`. */
function logLink(
  site: JiraSite,
  account: Account,
  link: IssueLink,
  inward: IssueRecord,
  outward: IssueRecord,
  added: boolean,
): void {
  const type = LINK_TYPES.find((entry) => entry.id === link.typeId);
  if (type === undefined) throw new Error(`No link type ${link.typeId}`);
  recordHistory(site, inward, account.accountId, [linkItem(type, 'outward', outward, added)]);
  recordHistory(site, outward, account.accountId, [linkItem(type, 'inward', inward, added)]);
  publishLink(site, account, added ? 'created' : 'deleted', link);
}

function linkItem(type: LinkType, direction: 'inward' | 'outward', other: IssueRecord, added: boolean): ChangeItem {
  const text = `This issue ${type[direction]} ${other.key}`;
  return {
    field: 'Link',
    fieldtype: 'jira',
    fieldId: null,
    from: added ? null : other.key,
    fromString: added ? null : text,
    to: added ? other.key : null,
    toString: added ? text : null,
  };
}
