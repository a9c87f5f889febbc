import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { createSiteClient, type SiteClient } from './site/site-client';
import type { SandboxPerson } from './site/sandbox-api';

export interface Session {
  /** Those who can be chosen: active people, no apps. */
  readonly people: readonly SandboxPerson[];
  /** Who is asking in everything that the page does. */
  readonly me: SandboxPerson;
  readonly site: SiteClient;
  readonly actAs: (accountId: string) => void;
  readonly nameOf: (accountId: string) => string;
}

const SessionContext = createContext<Session | undefined>(undefined);

const KEY = 'sandbox.person';

/** Remembers the chosen person in this browser; the first one of the list when nobody was chosen yet. */
export function SessionProvider({
  everybody,
  people,
  children,
}: {
  readonly everybody: readonly SandboxPerson[];
  readonly people: readonly [SandboxPerson, ...SandboxPerson[]];
  readonly children: ReactNode;
}) {
  const [accountId, setAccountId] = useState(() => localStorage.getItem(KEY));
  const actAs = useCallback((chosen: string) => {
    localStorage.setItem(KEY, chosen);
    setAccountId(chosen);
  }, []);
  const me = people.find((person) => person.accountId === accountId) ?? people[0];
  const session = useMemo<Session>(
    () => ({
      people,
      me,
      site: createSiteClient(me.emailAddress),
      actAs,
      nameOf: (id) => everybody.find((person) => person.accountId === id)?.displayName ?? id,
    }),
    [everybody, people, me, actAs],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('There is no session here');
  return session;
}
