import { z } from 'zod';
import { typeOf } from './described-type';
import { choicesOf, descriptionOf, isReference, opened } from './opened-schema';

/** One key of a document: where it stands, what it holds and what it means. */
export interface DescribedKey {
  /** `calendar.windows[].title` */
  readonly path: string;
  readonly type: string;
  /** Whether it must be there; `form`: where this form of writing it is chosen. */
  readonly required: 'yes' | 'no' | 'form';
  /** What holds where it is left out, as JSON; undefined where nothing does. */
  readonly otherwise: string | undefined;
  readonly meaning: string;
}

/** The keys of an object that has several forms, told apart by one of them. */
export interface Variant {
  /** `calendar.windows[]`, `rules[]` */
  readonly path: string;
  /** `kind: freeze` */
  readonly when: string;
  readonly meaning: string;
  readonly keys: readonly DescribedKey[];
}

export interface DescribedObject {
  readonly keys: readonly DescribedKey[];
  readonly variants: readonly Variant[];
}

/**
 * Every key of an object and of the objects within it, in the order of the contract. What can be nested without end (a
 * condition, a requirement) is not gone into.
 */
export function describeObject(object: z.ZodObject, path = ''): DescribedObject {
  const parts = Object.entries<z.core.$ZodType>(object.shape).map(([key, schema]) =>
    describeKey(schema, path === '' ? key : `${path}.${key}`),
  );
  return joined(parts);
}

function describeKey(schema: z.core.$ZodType, path: string): DescribedObject {
  const { inner, required, otherwise } = opened(schema);
  const key: DescribedKey = {
    path,
    type: typeOf(schema),
    required: required ? 'yes' : 'no',
    otherwise,
    meaning: descriptionOf(schema),
  };
  return joined([{ keys: [key], variants: [] }, describeWithin(inner, path)]);
}

/** What a value holds: the keys of an object, of the entries of a list, and of every form in which it can be written. */
function describeWithin(schema: z.core.$ZodType, path: string): DescribedObject {
  const { inner } = opened(schema);
  if (isReference(inner)) return { keys: [], variants: [] };
  if (inner instanceof z.ZodArray) return describeWithin(inner.element, `${path}[]`);
  if (inner instanceof z.ZodRecord) return describeWithin(inner.valueType, `${path}.<id>`);
  if (inner instanceof z.ZodObject) return describeObject(inner, path);
  if (inner instanceof z.ZodDiscriminatedUnion) return describeVariants(inner, path);
  return describeChoices(choicesOf(inner), path);
}

function describeChoices(choices: readonly z.core.$ZodType[], path: string): DescribedObject {
  const isOneOfSeveral = choices.filter((choice) => choice instanceof z.ZodObject).length > 1;
  const { keys, variants } = joined(choices.map((choice) => describeWithin(choice, path)));
  return { keys: isOneOfSeveral ? keys.map((key) => ({ ...key, required: 'form' })) : keys, variants };
}

/** The keys of an object that has several forms, form by form; none for any other schema. */
export function variantsOf(schema: z.core.$ZodType, path = ''): readonly Variant[] {
  return schema instanceof z.ZodDiscriminatedUnion ? describeVariants(schema, path).variants : [];
}

function describeVariants(union: z.ZodDiscriminatedUnion, path: string): DescribedObject {
  const key = union.def.discriminator;
  const variants = union.options.filter((option) => option instanceof z.ZodObject);
  return joined(
    variants.map((option) => {
      const { keys, variants: within } = describeObject(option, path);
      const when = `${key}: ${valueOf(option, key)}`;
      return { keys: [], variants: [{ path, when, meaning: descriptionOf(option), keys }, ...within] };
    }),
  );
}

function valueOf(option: z.ZodObject, key: string): string {
  const literal = Object.entries<z.core.$ZodType>(option.shape).find(([name]) => name === key)?.[1];
  return literal instanceof z.ZodLiteral ? String(literal.value) : '';
}

function joined(parts: readonly DescribedObject[]): DescribedObject {
  return { keys: parts.flatMap(({ keys }) => keys), variants: parts.flatMap(({ variants }) => variants) };
}
