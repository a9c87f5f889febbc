import { z } from 'zod';

/** A schema without what is wrapped around it, and what the wrapping says. */
export interface OpenedSchema {
  readonly inner: z.core.$ZodType;
  /** Whether the key must be there. */
  readonly required: boolean;
  /** What holds where the key is left out, as JSON. */
  readonly otherwise: string | undefined;
  /** Whether `null` may stand for it. */
  readonly nullable: boolean;
}

/** Takes optional, default and null away from around a schema. */
export function opened(schema: z.core.$ZodType): OpenedSchema {
  if (schema instanceof z.ZodDefault) {
    return { ...opened(schema.def.innerType), required: false, otherwise: JSON.stringify(schema.def.defaultValue) };
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) {
    return { ...opened(schema.def.innerType), required: false };
  }
  if (schema instanceof z.ZodNullable) return { ...opened(schema.def.innerType), nullable: true };
  return { inner: schema, required: true, otherwise: undefined, nullable: false };
}

/** What a schema is said to mean: its own description, else that of what it wraps. */
export function descriptionOf(schema: z.core.$ZodType): string {
  const own = metaOf(schema)['description'];
  if (typeof own === 'string') return own;
  const { inner } = opened(schema);
  return inner === schema ? '' : descriptionOf(inner);
}

/** The schemas among which one chooses (`Choice` in `contracts/policy/shape-choice.ts`); none for any other schema. */
export function choicesOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { choices } = metaOf(schema);
  return Array.isArray(choices) ? choices.filter((choice) => choice instanceof z.ZodType) : [];
}

/** What a schema describes by itself, elsewhere: `condition`, `requirement`. */
export function isReference(schema: z.core.$ZodType): boolean {
  return nameOf(schema) !== undefined;
}

export function nameOf(schema: z.core.$ZodType): string | undefined {
  const { nested } = metaOf(schema);
  return typeof nested === 'string' ? nested : undefined;
}

function metaOf(schema: z.core.$ZodType): Readonly<Record<string, unknown>> {
  return z.globalRegistry.get(schema) ?? {};
}
