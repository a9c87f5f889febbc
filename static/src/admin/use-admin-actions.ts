import { useState } from 'react';
import { type AdminView } from '../../../src/contracts/api/admin-api';
import { type ApiError, type Result } from '../../../src/contracts/api/result';

export interface AdminActions {
  /** The name of the change under way. */
  readonly busy: string | undefined;
  /** The last change that was refused, by its name. */
  readonly failure: { readonly name: string; readonly error: ApiError } | undefined;
  /** The name of the last change that took effect. */
  readonly last: string | undefined;
  /** What was just done, for the ear. */
  readonly said: string;
  /** Makes a change; true when it took effect. One at a time. */
  run(name: string, done: string, change: () => Promise<Result<AdminView>>): Promise<boolean>;
  forget(): void;
}

/** The changes that an admin makes: each answers the settings as they are afterwards. */
export function useAdminActions(replace: (admin: AdminView) => void): AdminActions {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<AdminActions['failure']>();
  const [last, setLast] = useState<string>();
  const [said, setSaid] = useState('');

  const run: AdminActions['run'] = async (name, done, change) => {
    if (busy !== undefined) return false;
    setBusy(name);
    setFailure(undefined);
    setSaid('');
    const result = await change();
    setBusy(undefined);
    if (result.ok) {
      replace(result.value);
      setLast(name);
      setSaid(done);
    } else {
      setFailure({ name, error: result.error });
    }
    return result.ok;
  };

  return { busy, failure, last, said, run, forget: () => setFailure(undefined) };
}
