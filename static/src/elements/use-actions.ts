import { useState } from 'react';
import { type ApiError, type Result } from '../../../src/contracts/api/result';

export interface Actions<View> {
  /** The name of the change under way. */
  readonly busy: string | undefined;
  /** The last change that was refused, by its name. */
  readonly failure: { readonly name: string; readonly error: ApiError } | undefined;
  /** The name of the last change that took effect. */
  readonly last: string | undefined;
  /** What was just done, for the ear. */
  readonly said: string;
  /** Makes a change; true when it took effect. One at a time. */
  run(name: string, done: string, change: () => Promise<Result<View>>): Promise<boolean>;
  forget(): void;
}

/** The changes that somebody makes on a screen: each answers the screen as it is afterwards. */
export function useActions<View>(replace: (view: View) => void): Actions<View> {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Actions<View>['failure']>();
  const [last, setLast] = useState<string>();
  const [said, setSaid] = useState('');

  const run: Actions<View>['run'] = async (name, done, change) => {
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
