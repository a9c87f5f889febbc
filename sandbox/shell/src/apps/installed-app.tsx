import type { ReactNode } from 'react';
import { createContext, useCallback, useContext } from 'react';
import { useLoad } from '../loading';
import { useSession } from '../session';
import { fetchInstalledApp, type InstalledApp } from '../site/app-api';

const NOTHING: InstalledApp = { identity: undefined, issuePanels: [], adminPages: [], macros: [], rules: [] };

const AppContext = createContext<InstalledApp>(NOTHING);

/** Reads once what the installed app brings; until then, and when that fails, the site shows no part of it. */
export function InstalledAppProvider({ children }: { readonly children: ReactNode }) {
  const { site } = useSession();
  const { current } = useLoad(useCallback(() => fetchInstalledApp(site), [site]));
  return (
    <AppContext.Provider value={current.state === 'ready' ? current.value : NOTHING}>{children}</AppContext.Provider>
  );
}

export function useInstalledApp(): InstalledApp {
  return useContext(AppContext);
}
