import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instant } from '../instant';
import { isSameText } from './same-bytes';

/** A request as it was signed, before anybody knows by whom. */
export interface SignedText {
  /** Seconds since the epoch, as they were sent. */
  readonly timestamp: string;
  /** 64 hexadecimal digits. */
  readonly signature: string;
  readonly body: string;
}

/** How far the clock of whoever asks may be from the site's, either way. */
export const MOST_SECONDS_APART = 5 * 60;

/** Stands in for a secret where there is none, so that the answer takes as long. */
const NO_SECRET = 'none';

/** HMAC-SHA256 over timestamp, full stop and body, all in UTF-8 like the secret; in hexadecimal digits. */
export function signatureOf(secret: string, { timestamp, body }: Pick<SignedText, 'timestamp' | 'body'>): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${timestamp}.${body}`)));
}

/** Whether one of these secrets signed the text, within five minutes of now. Every secret is tried, whatever comes out. */
export function isSigned(text: SignedText, secrets: readonly string[], now: Instant): boolean {
  const tried = secrets.length === 0 ? [NO_SECRET] : secrets;
  const matches = tried.map((secret) => isSameText(signatureOf(secret, text), text.signature));
  const secondsApart = Math.abs(Date.parse(now) / 1000 - Number(text.timestamp));
  return secrets.length > 0 && matches.includes(true) && secondsApart <= MOST_SECONDS_APART;
}
