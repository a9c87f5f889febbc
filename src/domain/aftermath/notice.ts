import { rolesIn } from '../approval/requirement';
import type { Gate } from '../change/lifecycle';
import type { LedgerEvent } from '../ledger/ledger-entry';
import type { Condition } from '../policy/condition';
import type { Notification, Policy } from '../policy/policy';

const ANNOUNCED: Readonly<Partial<Record<Gate, Notification['on']>>> = {
  submit: 'submitted',
  authorize: 'approved',
  expedite: 'expedited',
  complete: 'implemented',
  close: 'closed',
};

/** Roles to be told, and for which changes; absent: for every change. */
export interface Told {
  readonly roles: readonly string[];
  readonly when?: Condition;
}

/** Whether anybody may have to be told of an event; who it is, the policy says. */
export function isToBeTold(event: LedgerEvent): boolean {
  if (event.kind === 'gate-passed') return ANNOUNCED[event.gate] !== undefined;
  return event.kind === 'change-left' ? isStillThere(event.how) : isAlarm(event);
}

/**
 * Who is to be told of an event. Of a gate that was passed: whom the notifications of the policy name, and of an emergency
 * that was expedited whom it wants told. Of something that went around the gates: everybody whose approval the policy asks
 * for. Of a change that is gone nobody is told here, because there is nothing left to write on.
 */
export function toldOf(event: LedgerEvent, policy: Pick<Policy, 'records' | 'emergencies' | 'rules'>): readonly Told[] {
  if (!isToBeTold(event)) return [];
  if (event.kind !== 'gate-passed') return [{ roles: approverRoles(policy) }];
  const named = policy.records.notifications
    .filter(({ on }) => on === ANNOUNCED[event.gate])
    .map(({ tell, when }) => ({ roles: tell, ...(when && { when }) }));
  const { tell } = policy.emergencies;
  return event.gate === 'expedite' && tell.length > 0 ? [...named, { roles: tell }] : named;
}

function approverRoles({ rules }: Pick<Policy, 'rules'>): readonly string[] {
  return [...new Set(rules.flatMap((rule) => (rule.kind === 'approval' ? rolesIn(rule.requirement) : [])))];
}

function isAlarm({ kind }: LedgerEvent): boolean {
  return kind === 'gate-bypassed' || kind === 'gates-skipped';
}

function isStillThere(how: string): boolean {
  return how === 'moved' || how === 'retyped';
}
