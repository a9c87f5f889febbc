import type { FieldId } from '../../src/domain/change/change-field';

/** The bench's policy has something that the general rule engines were not taught. */
export function notExpressed(what: string): Error {
  return new Error(`The engines were not taught this ${what}.`);
}

/** A required field; groups of which one is enough are not expressed. */
export function fieldOf(required: FieldId | { readonly oneOf: readonly FieldId[] }): FieldId {
  if (typeof required !== 'string') throw notExpressed('group of fields');
  return required;
}
