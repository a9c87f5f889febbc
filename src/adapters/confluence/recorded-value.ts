import type { AccountId } from '../../domain/change/identity';
import { FIELD_KINDS, isChangeField, type FieldId, type FieldKind } from '../../domain/change/change-field';
import type { Instant } from '../../domain/instant';
import type { ChangeRecord, RecordedValue } from '../../domain/record/change-record';
import { mention, separated, words, type AdfNode } from './adf-nodes';

/** `2026-03-02 09:00 UTC`: the same for every reader, and on paper. */
export function instantText(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

/** What a field holds, in a line. What is not known says why. */
export function valueInLine(field: FieldId, value: RecordedValue | undefined): readonly AdfNode[] {
  if (value === null || value === undefined) return words('empty', 'em');
  if (typeof value !== 'string') return 'unknown' in value ? notKnown(value) : words(value.join(', '));
  const kind = kindOf(field);
  if (kind === 'person') return [mention(value)];
  return words(kind === 'instant' ? instantText(value) : value);
}

/** What kind of value a field of every change holds; what a policy declares for itself is shown as it was written. */
export function kindOf(field: FieldId): FieldKind | undefined {
  return isChangeField(field) ? FIELD_KINDS[field] : undefined;
}

export function notKnown({ unknown }: { readonly unknown: string }): readonly AdfNode[] {
  return words(`not known: ${unknown}`, 'em');
}

export function people(ids: readonly AccountId[] | { readonly unknown: string }): readonly AdfNode[] {
  if ('unknown' in ids) return notKnown(ids);
  return ids.length === 0
    ? words('nobody', 'em')
    : separated(
        ids.map((id) => [mention(id)]),
        ', ',
      );
}

export function from(start: Instant | null, end: Instant | null): readonly AdfNode[] {
  if (start === null) return words('not implemented', 'em');
  return words(`${instantText(start)} to ${end === null ? 'an end that is not on record' : instantText(end)}`);
}

/** People whose approval stood when the change was closed, each once. */
export function approversOf(votes: ChangeRecord['votes']): readonly AccountId[] | { readonly unknown: string } {
  if ('unknown' in votes) return votes;
  const standing = votes.filter(({ vote, weight }) => weight === 'stands' && vote.decision === 'approve');
  return [...new Set(standing.map(({ vote }) => vote.by))];
}
