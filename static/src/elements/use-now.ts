import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The time by the clock of this computer, told again every minute: what is due soon must not stay soon for ever. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
