import type { Guard } from './guards';
import type { Parts } from './situation';
import type { PlacedGuard } from './step';

/**
 * A guard with the ids of this Jira. In an expression, `{field:implementer}` stands for the id of the field that holds
 * the implementer.
 * @returns undefined where it speaks of a field that this Jira has not got.
 */
export function placedGuard(guard: Guard, parts: Parts): PlacedGuard | undefined {
  switch (guard.by) {
    case 'gate':
      return guard;
    case 'expression': {
      const expression = guard.expression.replaceAll(/\{field:([^}]+)\}/g, (whole, field: string) =>
        partOf(parts, `field:${field}`, whole),
      );
      return expression.includes('{field:') ? undefined : { ...guard, expression };
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

function partOf(parts: Parts, key: string, otherwise: string): string {
  return parts[key] ?? otherwise;
}
