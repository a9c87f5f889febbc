import { useState } from 'react';
import { deployApi, type DeployGatesView } from '../../../../src/contracts/api/deploy-api';
import { type ApiError } from '../../../../src/contracts/api/result';
import { callBackend } from '../../bridge/call-backend';

/** A secret that was just made: here, and nowhere else, it is known. */
export interface MadeSecret {
  readonly projectKey: string;
  readonly secret: string;
}

export interface GateActions {
  readonly busy: boolean;
  readonly failure: ApiError | undefined;
  readonly made: MadeSecret | undefined;
  /** What was just done, for the ear. */
  readonly said: string;
  /** Makes a secret, also in place of another one; true when it was made. */
  readonly make: (projectKey: string) => Promise<boolean>;
  /** True when the secrets of the project were revoked. */
  readonly revoke: (projectKey: string) => Promise<boolean>;
  /** Takes the secret off the page. */
  readonly hide: () => void;
  readonly forget: () => void;
}

/** What an admin does with the secrets; each act answers the gates as they are afterwards. */
export function useGateActions(revision: number, replace: (gates: DeployGatesView) => void): GateActions {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const [made, setMade] = useState<MadeSecret>();
  const [said, setSaid] = useState('');

  const begin = () => {
    setBusy(true);
    setFailure(undefined);
    setSaid('');
  };
  return {
    busy,
    failure,
    made,
    said,
    make: async (projectKey) => {
      begin();
      const result = await callBackend('makeDeploySecret', deployApi.makeDeploySecret, { revision, projectKey });
      setBusy(false);
      if (result.ok) {
        setMade({ projectKey, secret: result.value.secret });
        replace(result.value.gates);
      } else setFailure(result.error);
      return result.ok;
    },
    revoke: async (projectKey) => {
      begin();
      const result = await callBackend('revokeDeploySecret', deployApi.revokeDeploySecret, { revision, projectKey });
      setBusy(false);
      if (result.ok) {
        setMade((before) => (before?.projectKey === projectKey ? undefined : before));
        replace(result.value);
        setSaid(`The secret of ${projectKey} does not work any more.`);
      } else setFailure(result.error);
      return result.ok;
    },
    hide: () => setMade(undefined),
    forget: () => setFailure(undefined),
  };
}
