import { sha256Hex } from '../canonical';
import { projectOf } from '../change/identity';

/** What somebody asks of the deploy gate. */
export interface AskedDeployment {
  /** Key of the change, e.g. `CHG-12`. */
  readonly change: string;
  readonly environment: string;
  /** Chosen by whoever asks, another one each time. */
  readonly nonce: string;
}

/** The key of the project whose secret has to sign the request. */
export function askedProject({ change }: Pick<AskedDeployment, 'change'>): string {
  return projectOf({ key: change });
}

/** Names this request for ever: no two requests about one project have the same. */
export function nonceDigest(asked: AskedDeployment): string {
  return sha256Hex(`${askedProject(asked)} ${asked.nonce}`);
}
