import { z } from 'zod';
import { list } from '../src/contracts/wording/lists';
import { choicesOf, nameOf, opened } from './opened-schema';

/** What a value must be, in a few words of Markdown: "text", "list of dates", "`block` or `warn`". */
export function typeOf(schema: z.core.$ZodType): string {
  const { inner, nullable } = opened(schema);
  return nullable ? `${plainType(inner)} or \`null\`` : plainType(inner);
}

function plainType(schema: z.core.$ZodType): string {
  const name = nameOf(schema);
  if (name !== undefined) return `[${name}](#${name}s)`;
  const choices = choicesOf(schema);
  if (choices.length > 0) return list([...new Set(choices.map(typeOf))], 'or');
  if (schema instanceof z.ZodEnum)
    return list(
      schema.options.map((option) => `\`${String(option)}\``),
      'or',
    );
  if (schema instanceof z.ZodLiteral) return `\`${String(schema.value)}\``;
  if (schema instanceof z.ZodArray) return `list: ${typeOf(schema.element)}`;
  if (schema instanceof z.ZodTuple) return 'pair of duties';
  if (schema instanceof z.ZodRecord) return `any ids, each with: ${typeOf(schema.valueType)}`;
  if (schema instanceof z.ZodObject) return objectType(schema);
  if (schema instanceof z.ZodDiscriminatedUnion) return `object with \`${schema.def.discriminator}\``;
  if (schema instanceof z.ZodUnion) return list(schema.options.map(typeOf), 'or');
  return scalarType(schema);
}

function objectType(schema: z.ZodObject): string {
  const required = Object.entries<z.core.$ZodType>(schema.shape).filter(([, part]) => opened(part).required);
  return required.length === 0 ? 'object' : `object with ${list(required.map(([key]) => `\`${key}\``))}`;
}

function scalarType(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodISODate) return 'date';
  if (schema instanceof z.ZodISODateTime || schema instanceof z.ZodPipe) return 'moment';
  if (schema instanceof z.ZodBoolean) return '`true` or `false`';
  if (schema instanceof z.ZodNumber) return numberType(schema);
  return schema instanceof z.ZodString ? 'text' : 'anything';
}

function numberType(schema: z.ZodNumber): string {
  const { minValue, maxValue, format } = schema;
  const what = format === 'safeint' ? 'whole number' : 'number';
  if (minValue === null || maxValue === null || !Number.isFinite(minValue) || !Number.isFinite(maxValue)) return what;
  const from = schema.safeParse(minValue).success ? String(minValue) : `more than ${String(minValue)}`;
  return `${what}, ${from} to ${String(maxValue)}`;
}
