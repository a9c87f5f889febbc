import { type WaitingFor } from '../../../src/contracts/api/panel-api';
import { lengthOfTime } from '../elements/instant-text';
import { nameList, personName, type Names } from '../elements/person-name';
import { useNow } from '../elements/use-now';

const MOST_NAMES = 4;
const MINUTE = 60_000;

interface Props {
  readonly waitingFor: readonly WaitingFor[];
  readonly names: Names;
  readonly me: string;
}

/** Role by role, whom to ask for the approval that is missing, and since when it is waited for. */
export function WaitingList({ waitingFor, names, me }: Props) {
  const now = useNow();
  return (
    <ul className="waiting-list">
      {waitingFor.map((waiting) => (
        <li key={waiting.role}>
          <strong>{waiting.roleTitle}</strong>: {whomToAsk(waiting, names, me)}
          <Since since={waiting.since} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Since({ since, now }: { readonly since: string | null; readonly now: number }) {
  if (since === null) return null;
  const waited = now - Date.parse(since);
  if (Number.isNaN(waited) || waited < MINUTE) return null;
  return (
    <span className="subtle">
      {' '}
      Waiting for{' '}
      <time dateTime={since} title={since}>
        {lengthOfTime(waited)}
      </time>
      .
    </span>
  );
}

function whomToAsk({ people, mapped }: WaitingFor, names: Names, me: string): string {
  if (!mapped) {
    return 'nobody can approve, because nobody is named for this role. Ask a Jira admin to name somebody (Jira settings → Apps → Change control → Approvers).';
  }
  if (people.length === 0)
    return 'nobody who holds this role may approve this change. Ask a Jira admin who should hold it.';
  const others = people.filter((accountId) => accountId !== me).map((accountId) => personName(names, accountId));
  const all = people.includes(me) ? ['you', ...others] : others;
  return people.includes(me) && others.length === 0
    ? 'you can approve.'
    : `${nameList(all, MOST_NAMES, 'or')} can approve.`;
}
