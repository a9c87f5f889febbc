import type { Reason } from '../reason';
import type { Finding } from './evaluation';

/** A reason that lies in something which is not known. */
export type UnknownReason = Extract<Reason, { readonly cause: unknown }>;

/** The finding that something is not known, with the remedy: to mend whatever keeps it from being known. */
export function notKnown(reason: UnknownReason): Finding {
  return { met: 'unknown', reason, remedy: { do: 'mend-lookup', cause: reason.cause } };
}
