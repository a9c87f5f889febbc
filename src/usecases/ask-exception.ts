import { digestOf, wellFormed } from '../domain/canonical';
import { kindOfField, type FieldId } from '../domain/change/change-field';
import type { AccountId } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import { askedWith, offeredExceptions } from '../domain/policy/exception-offer';
import { askedExceptions, EXCEPTION_FIELD } from '../domain/policy/exceptions';
import { evaluatePolicy } from '../domain/policy/evaluate-policy';
import { gateAhead } from '../domain/policy/gate-ahead';
import type { Policy } from '../domain/policy/policy';
import type { Ports } from '../ports/ports';
import { gatherVisible } from './gather-visible';

/** What somebody asks: from what, and what the policy wants to be told with it. */
export interface ExceptionRequest {
  /** Names of what is offered (`offeredExceptions`). */
  readonly names: readonly string[];
  /** Texts for fields that the policy asks for; only those that are to be written. */
  readonly fields: Readonly<Record<FieldId, string>>;
  /** Why, where the policy names no field for it. */
  readonly reason: string;
}

/**
 * Asks for an exception: writes its names and what goes with it into the change, as the person who asks and with that
 * person's own permissions, and puts it on record. Votes cast before lose their weight, because what is asked an
 * exception from is part of the plan.
 * @throws Failure `not-found` where the person may not see the change; `no-policy`; `bad-request` for something that no
 *   exception can be asked from now, or without a reason; `not-allowed` where Jira does not let the person edit it.
 */
export async function askException(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock' | 'ledger'>,
  asker: AccountId,
  key: string,
  request: ExceptionRequest,
): Promise<void> {
  const { facts, inForce } = await gatherVisible(ports, key);
  const { policy, hash } = inForce;
  const gate = gateAhead(policy, facts);
  if (gate === undefined)
    throw new Failure('moved-on', 'This change has no gate ahead, so there is nothing to ask for.');
  const now = ports.clock.now();
  const offered = offeredExceptions(policy, facts, evaluatePolicy(policy, facts, gate, now));
  const names = offered.map((offer) => offer.names).filter((one) => one.every((name) => request.names.includes(name)));
  const asked = [...new Set(names.flat())];
  if (asked.length === 0 || !request.names.every((name) => asked.includes(name))) {
    throw new Failure('bad-request', 'No exception can be asked from this now. Look at the change again.');
  }
  const texts = textsOf(policy, request);
  const all = [...new Set([...askedExceptions({ facts }), ...asked])];
  await ports.changes.write(facts.change.key, { ...texts, [EXCEPTION_FIELD]: all }, policy.fields);
  const reason = wellFormed(request.reason).trim();
  const event = { kind: 'exception-asked', change: facts.change, names: asked, reason, policyHash: hash } as const;
  await ports.ledger.append(
    // The plan as it was tells one time of asking from the next.
    {
      actionId: `exception-asked:${facts.change.id}:${facts.fingerprint}:${asker}:${digestOf({ ...event, texts })}`,
      at: now,
      by: asker,
      event,
    },
    () => [],
  );
}

/** What is written into fields. @throws Failure `bad-request` for other fields, or where nothing says why. */
function textsOf(policy: Policy, { fields, reason }: ExceptionRequest): Readonly<Record<FieldId, string>> {
  const wanted = askedWith(policy);
  const written = Object.entries(fields).map(([field, text]) => [field, wellFormed(text).trim()] as const);
  for (const [field, text] of written) {
    if (!wanted.includes(field) || kindOfField(field, policy.fields) !== 'text' || text === '') {
      throw new Failure('bad-request', 'Fill in what the policy asks for, and nothing else.');
    }
  }
  if (wanted.length === 0 && reason.trim() === '') {
    throw new Failure('bad-request', 'Say why, so that whoever decides can decide.');
  }
  return Object.fromEntries(written);
}
