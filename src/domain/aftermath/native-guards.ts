import type { FieldId } from '../change/change-field';
import type { Gate, Stage } from '../change/lifecycle';
import { nativeGuards, type NativeGuard } from '../provisioning/guards';

/** A rule of Jira's own that stands on a transition; what of it is no part of a change is null. */
export type StandingNative =
  | { readonly by: 'filled'; readonly fields: readonly (FieldId | null)[] }
  | { readonly by: 'later'; readonly field: FieldId | null; readonly than: FieldId | null }
  | { readonly by: 'other-person'; readonly from: Stage | null; readonly to: Stage | null };

/**
 * Whether one of Jira's own rules is gone from a transition with this gate, or was made to say something else. They are
 * what still holds when the app does not answer.
 * @param mapped The parts of a change that are known to have a field: a rule about another was never put there.
 */
export function lacksNativeGuard(gate: Gate, standing: readonly StandingNative[], mapped: readonly FieldId[]): boolean {
  return nativeGuards(gate)
    .filter((guard) => fieldsOf(guard).every((field) => mapped.includes(field)))
    .some((guard) => !standing.some((rule) => covers(rule, guard)));
}

function fieldsOf(guard: NativeGuard): readonly FieldId[] {
  switch (guard.by) {
    case 'filled':
      return guard.fields;
    case 'later':
      return [guard.field, guard.than];
    case 'other-person':
      return [];
  }
}

/** A rule that asks for more than it was made to ask for does what it should. */
function covers(rule: StandingNative, guard: NativeGuard): boolean {
  if (rule.by === 'filled') return guard.by === 'filled' && guard.fields.every((field) => rule.fields.includes(field));
  if (rule.by === 'later') return guard.by === 'later' && rule.field === guard.field && rule.than === guard.than;
  return guard.by === 'other-person' && rule.from === guard.from && rule.to === guard.to;
}
