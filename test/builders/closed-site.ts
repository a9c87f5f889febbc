import type { Stage } from '../../src/domain/change/lifecycle';
import type { Fakes } from '../fakes/create-fakes';
import { changeFacts } from './change-facts';
import { governedSite, ONE_APPROVAL, putChange } from './governed-site';
import { historyThrough, WHOLE_WAY } from './histories';
import { withVotes } from './votes';

/** The facts of a closed change with one approval. */
export const CLOSED_FACTS = withVotes(changeFacts({ stage: 'closed' }), ONE_APPROVAL, [{}]);

/** A site on which the change went through these stages; nothing of it is on record yet. */
export function siteAfter(stages: readonly Stage[] = WHOLE_WAY): Fakes {
  const fakes = governedSite();
  putChange(fakes, CLOSED_FACTS, historyThrough(stages));
  return fakes;
}

/** Numbers of the rows of the change log, month by month and page by page. */
export function rowNumbers({ store }: Fakes): Readonly<Record<string, readonly (readonly number[])[]>> {
  return Object.fromEntries(
    [...store.months].map(([month, { parts }]) => [month, parts.map(({ rows }) => rows.map(({ seq }) => seq))]),
  );
}
