import { signatureOf } from '../../src/domain/deploy-gate/signature';

/** What to ask, and how it is sent; a test overrides what it is about. */
export interface AskedOverrides {
  readonly change?: string;
  readonly environment?: string;
  readonly nonce?: string;
  /** The instant that the caller believes it is. */
  readonly at: string;
  readonly secret: string;
}

/** A request to the deploy gate, parsed and signed. */
export function deployRequestOf({
  change = 'CHG-1',
  environment = 'Production',
  nonce = 'nonce-0123456789',
  at,
  secret,
}: AskedOverrides) {
  const asked = { change, environment, nonce };
  const body = JSON.stringify(asked);
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  return { asked, text: { timestamp, body, signature: signatureOf(secret, { timestamp, body }) } };
}
