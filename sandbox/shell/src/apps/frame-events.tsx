import type { ReactNode } from 'react';
import { createContext, useContext, useState } from 'react';
import { createBridgeEvents, type BridgeEvents } from '../../../forge/bridge-host';

const EventsContext = createContext<BridgeEvents | undefined>(undefined);

/** One bus for all modules of the app on the page, on which the page also tells them what happened to what is open. */
export function FrameEventsProvider({ children }: { readonly children: ReactNode }) {
  const [events] = useState(createBridgeEvents);
  return <EventsContext.Provider value={events}>{children}</EventsContext.Provider>;
}

export function useFrameEvents(): BridgeEvents {
  const events = useContext(EventsContext);
  if (events === undefined) throw new Error('There is no bus for the modules of the app here');
  return events;
}
