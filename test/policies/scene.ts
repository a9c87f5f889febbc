import type { Vote } from '../../src/domain/approval/vote';
import { known, type ChangeFacts } from '../../src/domain/change/change-facts';
import type { FieldId } from '../../src/domain/change/change-field';
import type { AccountId } from '../../src/domain/change/identity';
import type { Policy } from '../../src/domain/policy/policy';
import { changeFacts, edited, unread, type FactsOverrides } from '../builders/change-facts';
import { withVotes } from '../builders/votes';

export type Fields = NonNullable<FactsOverrides['fields']>;

/** A vote, as far as it matters who cast it and how. */
export type Ballot = Partial<Vote> & Pick<Vote, 'by'>;

/** An organisation that is invented for a decision table: who holds which role, and how it fills in a change. */
export interface Scenery {
  readonly policy: Policy;
  /** Account id -> the roles that the person holds. */
  readonly people: Readonly<Record<AccountId, readonly string[]>>;
  /** A change with which the policy has nothing to find fault, besides what `FILLED` says. */
  readonly fields: Fields;
  readonly requester: AccountId;
  /** Who writes a field, where it is not the requester. */
  readonly authors?: Readonly<Record<FieldId, AccountId>>;
  /** Further facts of every change. */
  readonly facts?: FactsOverrides;
}

export interface Scene {
  /** The change of the scenery, with these fields and facts instead. */
  readonly change: (fields?: Fields, facts?: FactsOverrides) => ChangeFacts;
  /** The change with these votes, cast on its plan as it stands; the voters hold the roles that they hold. */
  readonly voted: (facts: ChangeFacts, ...votes: readonly Ballot[]) => ChangeFacts;
  /** The change after an edit, by somebody or by the requester. */
  readonly since: (facts: ChangeFacts, fields: Fields, by?: AccountId) => ChangeFacts;
}

/** A fact that could not be read. */
export const UNREAD = unread('Jira did not answer');

/** Builds changes of an organisation under its policy: the fingerprint is always that of the policy's material fields. */
export function sceneOf({ policy, people, fields, requester, authors = {}, facts: further }: Scenery): Scene {
  const material = policy.materialFields;
  const held = Object.entries(people).map(([account, roles]) => [account, known({ roles })] as const);
  const writes = (field: FieldId) => authors[field] ?? requester;
  return {
    change: (own = {}, facts = {}) => {
      const filled = changeFacts({
        requesters: [requester],
        people: Object.fromEntries(held),
        material,
        ...further,
        ...facts,
        fields: { ...fields, ...further?.fields, ...own },
      });
      return { authors: authorsOf(filled, writes), ...filled };
    },
    voted: (facts, ...votes) =>
      withVotes(
        facts,
        policy,
        votes.map((vote) => ({ account: 'human', roles: people[vote.by] ?? [], delegated: [], ...vote })),
      ),
    since: (facts, edits, by = requester) => {
      const after = edited(facts, edits, material);
      const wrote = authorsOf(after, () => by);
      const news = Object.fromEntries(Object.keys(edits).map((field) => [field, wrote[field] ?? known(null)]));
      return { ...after, authors: { ...facts.authors, ...news } };
    },
  };
}

type Authors = NonNullable<ChangeFacts['authors']>;

function authorsOf(facts: ChangeFacts, writes: (field: FieldId) => AccountId): Authors {
  const wrote = Object.entries(facts.fields).map(
    ([field, fact]) => [field, known(fact.state === 'known' && fact.value === null ? null : writes(field))] as const,
  );
  return Object.fromEntries(wrote);
}
