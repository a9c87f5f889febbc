import type { FieldMap, JiraName } from '../../contracts/field-map';
import { jiraInstant } from '../../contracts/jira/jira-instant';
import { issueCreated, type NamedIssue } from '../../contracts/jira/issue';
import type { ChangelogPage } from '../../contracts/jira/changelog';
import type { ChangeStory, FieldEdit } from '../../domain/change/change-story';
import { CHANGE_FIELDS, FIELD_KINDS, type FieldKind, type OwnField } from '../../domain/change/change-field';
import type { PlanPart } from '../../domain/change/identity';
import { Failure } from '../../domain/failure';
import { findFieldId, titleIn } from './read-change';
import { movesIn } from './read-history';

/** What the changelog tells of a change: its moves, and the edits of these parts of its plan. */
export function storyOf(
  issue: NamedIssue,
  histories: ChangelogPage['values'],
  map: FieldMap,
  parts: readonly PlanPart[],
  own: readonly OwnField[],
): ChangeStory {
  const created = issueCreated.safeParse(issue);
  if (!created.success) throw new Failure('unexpected-answer', 'Jira does not say when this issue was created.');
  const asked = new Map(parts.flatMap((part) => placeOf(part, issue, map, own)));
  return {
    createdAt: created.data.fields.created,
    moves: movesIn(histories, map),
    edits: histories.flatMap(({ created: at, author, items }) =>
      items.flatMap(({ fieldId, from, to }): FieldEdit[] => {
        const place = asked.get(fieldId ?? '');
        if (place === undefined) return [];
        const by = author?.accountId ?? null;
        return [{ part: place.part, at, by, from: shown(from, place.kind), to: shown(to, place.kind) }];
      }),
    ),
  };
}

interface Place {
  readonly part: PlanPart;
  readonly kind: FieldKind;
}

/** Under which field id the changelog tells the edits of a part; nothing for a field that the issue does not have. */
function placeOf(
  part: PlanPart,
  issue: NamedIssue,
  map: FieldMap,
  own: readonly OwnField[],
): readonly (readonly [string, Place])[] {
  if (part === 'requesters') return [['reporter', { part, kind: 'person' }]];
  const declared = own.find(({ id }) => id === part);
  const builtIn = CHANGE_FIELDS.find((field) => field === part);
  const found: readonly [JiraName, FieldKind, string] | undefined =
    declared !== undefined
      ? [{ name: declared.title }, declared.kind, declared.title]
      : builtIn && [map.fields[builtIn], FIELD_KINDS[builtIn], titleIn(map, builtIn)];
  if (found === undefined) return [];
  const [name, kind, title] = found;
  const id = findFieldId(name, issue.names, (candidate) => Object.hasOwn(issue.fields, candidate), title);
  return id.state === 'known' ? [[id.value, { part, kind }]] : [];
}

/** People by their account id, instants in UTC, everything else in the words of the changelog. */
function shown({ id, name }: { readonly id: string | null; readonly name: string | null }, kind: FieldKind) {
  if (kind === 'person') return id ?? name;
  if (kind !== 'instant') return name;
  return jiraInstant.safeParse(id).data ?? jiraInstant.safeParse(name).data ?? name;
}
