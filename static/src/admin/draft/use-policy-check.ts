import { useRef, useState } from 'react';
import { adminApi, type CheckedCandidate } from '../../../../src/contracts/api/admin-api';
import { type Candidate } from '../../../../src/contracts/api/candidate';
import { type ApiError } from '../../../../src/contracts/api/result';
import { callBackend } from '../../bridge/call-backend';
import { type SwitchPreview } from './use-switch-preview';

/** A candidate with what checking it answered: the two belong together. */
export interface Checked {
  readonly candidate: Candidate;
  readonly result: CheckedCandidate;
}

export interface PolicyCheck {
  readonly last: Checked | undefined;
  readonly isChecking: boolean;
  readonly failure: ApiError | undefined;
  check(candidate: Candidate): Promise<void>;
  forget(): void;
}

/** Has a candidate checked. One that may be put in force is held against the open changes at once. */
export function usePolicyCheck(preview: SwitchPreview): PolicyCheck {
  const [last, setLast] = useState<Checked>();
  const [isChecking, setChecking] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const newest = useRef(0);

  const check = async (candidate: Candidate) => {
    const turn = ++newest.current;
    preview.forget();
    setChecking(true);
    setFailure(undefined);
    const result = await callBackend('checkCandidate', adminApi.checkCandidate, { candidate });
    if (turn !== newest.current) return;
    setChecking(false);
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    setLast({ candidate, result: result.value });
    if (result.value.readable && result.value.check.mayBeActivated) preview.start(candidate);
  };
  const forget = () => {
    newest.current += 1;
    preview.forget();
    setLast(undefined);
    setChecking(false);
    setFailure(undefined);
  };
  return { last, isChecking, failure, check, forget };
}
