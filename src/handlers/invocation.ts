import { compose } from '../composition';
import type { ApiError, Result } from '../contracts/api/result';
import type { Contract, ContractError } from '../contracts/contract';
import { Failure } from '../domain/failure';
import type { Ports } from '../ports/ports';

/** What the platform hands to a resolver function. */
interface ResolverRequest {
  readonly payload: unknown;
  readonly context: unknown;
}

/**
 * A resolver call: parses who asks and what for, does the work, and answers a Result. An expected failure is a Result in
 * words; a defect is logged with a reference (never with the payload) and travels on to the platform.
 */
export function resolverCall<Caller, Request, Value>(
  caller: Contract<Caller>,
  request: Contract<Request>,
  work: (ports: Ports, caller: Caller, request: Request) => Promise<Value>,
): (call: ResolverRequest) => Promise<Result<Value>> {
  return async ({ payload, context }) => {
    const who = caller.safeParse(context);
    if (!who.success) return refused('not-allowed', 'This call names nobody who could be allowed to make it.');
    const what = request.safeParse(payload);
    if (!what.success) return refused('bad-request', `This call cannot be read: ${problemOf(what.error)}`);
    try {
      return { ok: true, value: await work(compose(), who.data, what.data) };
    } catch (error) {
      if (error instanceof Failure) return refused(error.code, error.message);
      logDefect(error, newReference());
      throw error;
    }
  };
}

/** Where the code was, in a stack; before that stands the message, which may repeat what people typed, on many lines. */
const FRAME = /^ {4}at \S.*:\d+:\d+\)?$/;
const MOST_FRAMES = 5;

/** Writes a defect to the app's log: what it is and where, with a reference, and nothing that anybody typed. */
export function logDefect(error: unknown, reference: string): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => FRAME.test(line)) : [];
  console.error([`defect ${reference}: ${kind}`, ...frames.slice(0, MOST_FRAMES)].join('\n'));
}

/** Writes to the app's log that somebody was refused, and nothing that they sent. */
export function logRefusal(what: string, reference: string): void {
  console.error(`refused ${reference}: ${what}`);
}

/** A short name for one answer, to find it again in the log. */
export function newReference(): string {
  return crypto.randomUUID().slice(0, 8);
}

/** The answer to a call that is refused, in words for whoever asked. */
export function refused(code: ApiError['code'], message: string): { readonly ok: false; readonly error: ApiError } {
  return { ok: false, error: { code, message } };
}

/** Where the payload is wrong, without repeating what it says. */
function problemOf(error: ContractError): string {
  const [first] = error.issues;
  if (first === undefined) return 'it has an unexpected form.';
  return `${first.path.map(String).join('.') || 'the payload'}: ${first.code.replaceAll('_', ' ')}.`;
}
