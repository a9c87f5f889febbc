import { z } from 'zod';
import { resultOf, type Result } from './result';

/** The shape of the value that a call answers. */
export type AnswerSchema = z.ZodType;

/** The value of an answer of this shape, once it was read. */
export type AnswerOf<S extends AnswerSchema> = z.output<S>;

/**
 * Reads the answer of a resolver call whose value has this shape. Undefined: the answer is not one of this app's, so
 * that nothing may be taken from it.
 */
export function readAnswer<T extends AnswerSchema>(value: T, answer: unknown): Result<AnswerOf<T>> | undefined {
  const envelope = resultOf(z.unknown()).safeParse(answer);
  if (!envelope.success) return undefined;
  if (!envelope.data.ok) {
    const { code, message, ref } = envelope.data.error;
    return { ok: false, error: ref === undefined ? { code, message } : { code, message, ref } };
  }
  const content = value.safeParse(envelope.data.value);
  return content.success ? { ok: true, value: content.data } : undefined;
}
