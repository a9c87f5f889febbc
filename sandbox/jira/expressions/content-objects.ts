/** Rich text, comments, links, changelogs and entity properties as Jira expressions see them. */
import { plainText } from '../document';
import { linkHead, linkTypeView } from '../issue/link-view';
import { commentView } from '../issue/comment-view';
import type { Account, JiraSite } from '../jira-site';
import type { Comment, History, IssueLink, IssueRecord, Json } from '../state';
import { method, textArgument } from './arguments';
import { dateValue } from './date-values';
import { userObject } from './jira-objects';
import type { Meter } from './meter';
import { fromJson } from './values';
import type { JiraObject, Value } from './values';

type Members = JiraObject['members'];

export function richText(document: Json): JiraObject {
  const text = plainText(document);
  const members: Members = { plainText: () => text };
  return { kind: 'object', typeName: 'RichText', identity: text, members, json: () => document };
}

/** A comment that a transition is about to add has no id yet. */
export function commentObject(
  site: JiraSite,
  issue: IssueRecord,
  comment: Comment | Json,
  viewer: Account,
): JiraObject {
  const kept = isComment(comment) ? comment : undefined;
  const [body, author] = kept === undefined ? [comment, viewer.accountId] : [kept.body, kept.author];
  const created = dateValue(kept?.created ?? site.clock.now());
  const members: Members = {
    id: () => (kept === undefined ? null : Number(kept.id)),
    body: () => richText(body),
    author: () => userObject(site, author, viewer),
    created: () => created,
    updated: () => created,
  };
  const json = () => (kept === undefined ? { body } : commentView(site, issue, kept));
  return { kind: 'object', typeName: 'Comment', identity: kept?.id ?? '', members, unsupported: ['properties'], json };
}

function isComment(comment: Comment | Json): comment is Comment {
  return typeof comment === 'object' && comment !== null && 'author' in comment && 'id' in comment;
}

export function changelogObject(site: JiraSite, history: History, viewer: Account): JiraObject {
  const items = history.items.map((item): JiraObject => {
    const { field, fieldId, from, fromString, to } = item;
    const values = {
      field,
      fieldId,
      from,
      fromString,
      to,
      toString: Object.hasOwn(item, 'toString') ? item.toString : null,
    };
    const members: Members = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, () => (typeof value === 'string' ? value : null)]),
    );
    return {
      kind: 'object',
      typeName: 'ChangelogItem',
      identity: `${history.id}.${field}`,
      members,
      json: () => values,
    };
  });
  const members: Members = {
    id: () => history.id,
    author: () => userObject(site, history.author, viewer),
    items: () => items,
    created: () => dateValue(history.created),
  };
  return { kind: 'object', typeName: 'Changelog', identity: history.id, members, json: () => ({ id: history.id }) };
}

/** `other` makes the issue at an end of the link; null when the viewer may not see it. */
export function linkObject(
  site: JiraSite,
  link: IssueLink,
  issue: IssueRecord,
  other: (issueId: string) => JiraObject | null,
): JiraObject {
  const direction = link.inwardId === issue.id ? 'outward' : 'inward';
  const ends: readonly [string, string][] = [
    ['inwardIssue', link.inwardId],
    ['outwardIssue', link.outwardId],
    ['linkedIssue', direction === 'outward' ? link.outwardId : link.inwardId],
  ];
  const { id, name, inward, outward } = linkTypeView(site, link.typeId);
  const typeValues = { id: Number(id), name, inward, outward };
  const type: JiraObject = {
    kind: 'object',
    typeName: 'IssueLinkType',
    identity: id,
    members: Object.fromEntries(Object.entries(typeValues).map(([key, value]) => [key, () => value])),
    json: () => typeValues,
  };
  const members: Members = {
    id: () => Number(link.id),
    type: () => type,
    direction: () => direction,
    ...Object.fromEntries(ends.map(([key, issueId]) => [key, () => other(issueId)])),
  };
  return { kind: 'object', typeName: 'IssueLink', identity: link.id, members, json: () => linkHead(site, link) };
}

/** `issue.properties`: each property that is read is an expensive operation; null where there is none. */
export function entityProperties(properties: Readonly<Record<string, Json>>): JiraObject {
  const read = (key: string, meter: Meter): Value => {
    meter.load();
    return Object.hasOwn(properties, key) ? fromJson(properties[key]) : null;
  };
  return {
    kind: 'object',
    typeName: 'EntityProperties',
    identity: '',
    members: {
      get: (meter) => method('get', [1, 1], ([key]) => read(textArgument('get', key), meter)),
      keys: (meter) =>
        method('keys', [0, 0], () => {
          meter.load();
          return Object.keys(properties);
        }),
    },
    unsupported: ['updated'],
    named: read,
    json: () => properties,
  };
}
