import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import UndoIcon from '@atlaskit/icon/core/undo';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { type VoteItem } from '../../../src/contracts/api/panel-api';
import { GATE_TITLES } from '../../../src/contracts/field-titles';
import { LongText } from '../elements/long-text';
import { personName, type Names } from '../elements/person-name';
import { TimeStamp } from '../elements/time-stamp';

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
} as const;

interface Props {
  readonly votes: readonly VoteItem[];
  readonly names: Names;
}

/** Every vote on this change, newest first, with whether it counts and why not. */
export function VoteList({ votes, names }: Props) {
  if (votes.length === 0) return null;
  const newestFirst = votes.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  return (
    <section aria-labelledby="votes">
      <h2 id="votes">Approvals</h2>
      <ul className="votes">
        {newestFirst.map((vote) => (
          <Vote key={`${vote.by}-${vote.at}-${vote.decision}`} vote={vote} name={personName(names, vote.by)} />
        ))}
      </ul>
    </section>
  );
}

function Vote({ vote, name }: { readonly vote: VoteItem; readonly name: string }) {
  const { Icon, words } = DECISIONS[vote.decision];
  const weight = WEIGHTS[vote.weight];
  return (
    <li className="vote">
      <span className={`vote-icon vote-icon-${vote.weight === 'stands' ? vote.decision : 'none'}`}>
        <Icon label="" />
      </span>
      <div className="vote-words">
        <p>
          <strong>{name}</strong> {words}
          {vote.roles.length > 0 && ` as ${vote.roles.join(', ')}`}
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
        {vote.why !== null && <p className="vote-why">{vote.why}</p>}
        {vote.comment !== '' && (
          <div className="vote-comment">
            <LongText text={vote.comment} label={`the comment of ${name}`} />
          </div>
        )}
      </div>
    </li>
  );
}
