import Lozenge from '@atlaskit/lozenge';
import { useSession } from '../session';
import { Initials } from './initials';

/** Everybody on the site as buttons; pressing one acts as that person from then on. */
export function PeopleList({ onChosen }: { readonly onChosen?: () => void }) {
  const { people, me, actAs } = useSession();
  return (
    <ul className="people">
      {people.map((person) => {
        const isMe = person.accountId === me.accountId;
        return (
          <li key={person.accountId}>
            <button
              type="button"
              className="person-card"
              aria-pressed={isMe}
              onClick={() => {
                actAs(person.accountId);
                onChosen?.();
              }}
            >
              <Initials name={person.displayName} large />
              <span className="person-card-text">
                <span className="person-card-name">{person.displayName}</span>
                <span className="person-card-role">{person.role ?? person.emailAddress}</span>
              </span>
              {isMe && <Lozenge appearance="inprogress">You now</Lozenge>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
