import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import UndoIcon from '@atlaskit/icon/core/undo';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { type VoteItem } from '../../../src/contracts/api/panel-api';
import { GATE_TITLES } from '../../../src/contracts/field-titles';
import { Disclosure } from '../elements/disclosure';
import { LongText } from '../elements/long-text';
import { personName, type Names } from '../elements/person-name';
import { TimeStamp } from '../elements/time-stamp';
import { DifferenceList } from './difference-list';

const DECISIONS = {
  approve: { Icon: CheckCircleIcon, words: 'approved' },
  decline: { Icon: CrossCircleIcon, words: 'declined' },
  withdraw: { Icon: UndoIcon, words: 'took their vote back' },
} as const;

const WEIGHTS = {
  stands: { appearance: 'success', words: 'Counts' },
  void: { appearance: 'removed', words: 'No longer counts' },
  superseded: { appearance: 'default', words: 'Replaced by a later vote' },
  withdrawn: { appearance: 'default', words: 'Taken back' },
  barred: { appearance: 'removed', words: 'Does not count' },
  expired: { appearance: 'removed', words: 'Run out' },
  'not-asked': { appearance: 'removed', words: 'Does not count' },
  'not-human': { appearance: 'removed', words: 'Does not count' },
} as const;

/** A vote: whose voice it is, whether it counts and why not, and what was edited since. */
export function Vote({ vote, names }: { readonly vote: VoteItem; readonly names: Names }) {
  const { Icon, words } = DECISIONS[vote.decision];
  const weight = WEIGHTS[vote.weight];
  const name = personName(names, vote.by);
  return (
    <li className="vote">
      <span className={`vote-icon vote-icon-${vote.weight === 'stands' ? vote.decision : 'none'}`}>
        <Icon label="" />
      </span>
      <div className="vote-words">
        <p>
          <strong>{name}</strong> {words}
          {voicesOf(vote, names)}
          {vote.decision !== 'withdraw' && (
            <>
              {' '}
              <Lozenge appearance={weight.appearance} maxWidth="100%">
                {weight.words}
              </Lozenge>
            </>
          )}
        </p>
        <p className="subtle">
          <TimeStamp at={vote.at} /> · at {GATE_TITLES[vote.gate]}
        </p>
        {vote.lent
          .filter(({ counts }) => !counts)
          .map(({ roleTitle, of }) => (
            <p key={`${roleTitle} ${of}`} className="vote-why">
              It does not speak for {personName(names, of)} as {roleTitle}: the policy does not let this role be handed
              over so, or its holder may not approve here.
            </p>
          ))}
        {vote.grants.length > 0 && <p>Grants an exception from {vote.grants.join(', ')}.</p>}
        {vote.why !== null && <p className="vote-why">{vote.why}</p>}
        {vote.differences.length > 0 && (
          <Disclosure label="See what changed">
            <DifferenceList differences={vote.differences} names={names} />
          </Disclosure>
        )}
        {vote.comment !== '' && (
          <div className="vote-comment">
            <LongText text={vote.comment} label={`the comment of ${name}`} />
          </div>
        )}
      </div>
    </li>
  );
}

/** " as CTO, and for Carla Ortiz as IT Director" */
function voicesOf({ roles, lent }: VoteItem, names: Names): string {
  const own = roles.length === 0 ? [] : [` as ${roles.join(', ')}`];
  const others = lent
    .filter(({ counts }) => counts)
    .map(({ roleTitle, of }) => ` for ${personName(names, of)} as ${roleTitle}`);
  return [...own, ...others].join(', and');
}
