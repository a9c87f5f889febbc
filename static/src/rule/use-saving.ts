import { useEffect, useRef, useState } from 'react';
import { onSaveRule } from '../bridge/configure-rule';

interface Saving {
  /** Whether somebody tried to save while something was missing. */
  readonly wasRefused: boolean;
  /** Jira did not take the form: whatever is chosen, nothing can be saved. */
  readonly isCutOff: boolean;
}

/**
 * Hands the configuration to Jira when the rule is saved. Undefined refuses, and the form says what is missing.
 * @param onRefused Called each time that saving is refused, to lead whoever tried to what is missing.
 */
export function useSaving(configuration: object | undefined, onRefused: () => void): Saving {
  const [wasRefused, setRefused] = useState(false);
  const [isCutOff, setCutOff] = useState(false);
  const latest = useRef({ configuration, onRefused });
  useEffect(() => {
    latest.current = { configuration, onRefused };
  });
  useEffect(() => {
    onSaveRule(() => {
      const now = latest.current;
      setRefused(now.configuration === undefined);
      if (now.configuration !== undefined) return JSON.stringify(now.configuration);
      now.onRefused();
      return undefined;
    }).catch(() => setCutOff(true));
  }, []);
  return { wasRefused: wasRefused && configuration === undefined, isCutOff };
}
