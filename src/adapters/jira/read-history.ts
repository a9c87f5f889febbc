import type { FieldMap } from '../../contracts/field-map';
import type { ChangelogPage } from '../../contracts/jira/changelog';
import { isStatusMove } from '../../contracts/changelog-item';
import type { Move } from '../../domain/change/change-history';
import { findStage } from './read-change';

/** The changes of status in a changelog, in its order. */
export function movesIn(histories: ChangelogPage['values'], map: FieldMap): readonly Move[] {
  return histories.flatMap(({ id, created, author, items }) =>
    items.filter(isStatusMove).map(({ from, to }) => ({
      id,
      at: created,
      by: author?.accountId ?? null,
      from: findStage(map, from) ?? null,
      to: findStage(map, to) ?? null,
    })),
  );
}
