import { type VoteItem } from '../../../src/contracts/api/panel-api';
import { type Names } from '../elements/person-name';
import { Vote } from './vote';

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
          <Vote key={`${vote.by}-${vote.at}-${vote.decision}`} vote={vote} names={names} />
        ))}
      </ul>
    </section>
  );
}
