import type { ChangeHistory } from '../change/change-history';

/** The gate by which a change came under implementation last: an emergency is expedited there, any other is approved. */
export function begunBy({ moves }: Pick<ChangeHistory, 'moves'>): 'implement' | 'expedite' {
  const begun = moves.filter(({ from, to }) => to === 'implementing' && (from === 'draft' || from === 'approved'));
  return begun.at(-1)?.from === 'draft' ? 'expedite' : 'implement';
}
