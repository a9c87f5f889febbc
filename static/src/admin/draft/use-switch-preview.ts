import { useRef, useState } from 'react';
import { adminApi } from '../../../../src/contracts/api/admin-api';
import { type Candidate, type SwitchedChangeView } from '../../../../src/contracts/api/candidate';
import { type ApiError } from '../../../../src/contracts/api/result';
import { callBackend } from '../../bridge/call-backend';

/** How far the look at the open changes has come, and what it found. */
export interface SwitchRun {
  readonly state: 'none' | 'running' | 'stopped' | 'failed' | 'done';
  readonly looked: number;
  readonly stuck: readonly SwitchedChangeView[];
  readonly unread: readonly string[];
  readonly cursor: string | null;
  readonly error?: ApiError;
}

export interface SwitchPreview extends SwitchRun {
  /** Looks at every open change from the first on. */
  start(candidate: Candidate): void;
  /** Goes on where it was stopped or failed. */
  goOn(candidate: Candidate): void;
  stop(): void;
  forget(): void;
}

const NOT_STARTED: SwitchRun = { state: 'none', looked: 0, stuck: [], unread: [], cursor: null };

/** Goes through the open changes page by page: what would become of them under another policy. */
export function useSwitchPreview(): SwitchPreview {
  const [run, setRun] = useState<SwitchRun>(NOT_STARTED);
  const newest = useRef(0);

  const go = async (candidate: Candidate, from: SwitchRun) => {
    const turn = ++newest.current;
    let now: SwitchRun = { ...from, state: 'running' };
    while (now.state === 'running') {
      setRun(now);
      const next = await lookFurther(candidate, now);
      if (turn !== newest.current) return;
      now = next;
    }
    setRun(now);
  };
  const leave = (then: (before: SwitchRun) => SwitchRun) => {
    newest.current += 1;
    setRun(then);
  };

  return {
    ...run,
    start: (candidate) => void go(candidate, NOT_STARTED),
    goOn: (candidate) => void go(candidate, run),
    stop: () => leave((before) => ({ ...before, state: 'stopped' })),
    forget: () => leave(() => NOT_STARTED),
  };
}

async function lookFurther(candidate: Candidate, { cursor, looked, stuck, unread }: SwitchRun): Promise<SwitchRun> {
  const result = await callBackend('previewSwitch', adminApi.previewSwitch, { candidate, cursor });
  if (!result.ok) return { state: 'failed', looked, stuck, unread, cursor, error: result.error };
  const page = result.value;
  return {
    state: page.cursor === null ? 'done' : 'running',
    looked: looked + page.looked,
    stuck: [...stuck, ...page.stuck],
    unread: [...unread, ...page.unread],
    cursor: page.cursor,
  };
}
