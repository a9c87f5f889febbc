import { withFieldIds } from '../guards/expression-text';
import { besideOf } from '../guards/guard-digest';
import type { Guard } from './guards';
import type { Parts } from './situation';
import type { PlacedGuard } from './step';

/**
 * The guards of a transition with the ids of this Jira. One that speaks of a field that this Jira has not got is left out,
 * and the app's own is told which expressions stand beside it: what depends on one that does not stays closed.
 */
export function placedGuards(guards: readonly Guard[], parts: Parts): readonly PlacedGuard[] {
  const standing = guards.flatMap((guard) => {
    const placed = placedGuard(guard, parts);
    return placed === undefined ? [] : [{ guard, placed }];
  });
  const beside = besideOf(standing.flatMap(({ guard }) => (guard.by === 'expression' ? [guard] : [])));
  return standing.map(({ placed }) => (placed.by === 'gate' ? { ...placed, beside } : placed));
}

/** In an expression, `{field:implementer}` stands for the id of the field that holds the implementer. */
function placedGuard(guard: Guard, parts: Parts): PlacedGuard | undefined {
  switch (guard.by) {
    case 'gate':
      return { ...guard, beside: {} };
    case 'expression': {
      const expression = withFieldIds(guard.expression, (field) => parts[`field:${field}`]);
      return expression === undefined ? undefined : { by: 'expression', expression, message: guard.message };
    }
    case 'filled': {
      const fieldIds = guard.fields.flatMap((field) => parts[`field:${field}`] ?? []);
      return fieldIds.length < guard.fields.length ? undefined : { by: 'filled', fieldIds, message: guard.message };
    }
    case 'later': {
      const [fieldId, thanFieldId] = [parts[`field:${guard.field}`], parts[`field:${guard.than}`]];
      if (fieldId === undefined || thanFieldId === undefined) return undefined;
      return { by: 'later', fieldId, thanFieldId, message: guard.message };
    }
    case 'other-person': {
      const [fromStatusId, toStatusId] = [parts[`status:${guard.from}`], parts[`status:${guard.to}`]];
      return fromStatusId === undefined || toStatusId === undefined
        ? undefined
        : { by: 'other-person', fromStatusId, toStatusId };
    }
  }
}
