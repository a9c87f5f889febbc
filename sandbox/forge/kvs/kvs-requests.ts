import { z } from 'zod';
import { KvsRefusal } from './kvs-refusal';

const timeToLive = z.strictObject({
  value: z.number().positive(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
const metadataField = z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']);
const getOptions = z.strictObject({ metadataFields: z.array(metadataField).optional() });
const ttlOptions = z.strictObject({ ttl: timeToLive.optional() });
const setOptions = z.strictObject({
  ttl: timeToLive.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
  returnMetadataFields: z.array(metadataField).optional(),
});
export const conditionSchema = z.strictObject({
  property: z.string(),
  condition: z.enum([
    'BEGINS_WITH',
    'BETWEEN',
    'CONTAINS',
    'EQUAL_TO',
    'EXISTS',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
    'NOT_CONTAINS',
    'NOT_EQUAL_TO',
    'NOT_EXISTS',
  ]),
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
});
const filters = z.strictObject({
  and: z.array(conditionSchema).optional(),
  or: z.array(conditionSchema).optional(),
});

export const getRequest = z.strictObject({
  entityName: z.string().optional(),
  key: z.string(),
  options: getOptions.optional(),
});
export const setRequest = z.strictObject({
  entityName: z.string().optional(),
  key: z.string(),
  value: z.unknown(),
  options: setOptions.optional(),
});
export const deleteRequest = z.strictObject({ entityName: z.string().optional(), key: z.string() });
export const queryRequest = z.strictObject({
  limit: z.number().optional(),
  after: z.string().optional(),
  where: z.array(conditionSchema).optional(),
  options: getOptions.optional(),
});
export const entityQueryRequest = z.strictObject({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
  range: conditionSchema.omit({ property: true }).optional(),
  filters: filters.optional(),
  sort: z.enum(['ASC', 'DESC']).optional(),
  cursor: z.string().optional(),
  limit: z.number().optional(),
  options: getOptions.optional(),
});
export const batchGetRequest = z.array(getRequest);
export const batchSetRequest = z.array(setRequest.extend({ options: ttlOptions.optional() }));
export const batchDeleteRequest = z.array(deleteRequest);
const conditional = { conditions: filters.optional() };
export const transactionRequest = z.strictObject({
  set: z.array(setRequest.extend({ ...conditional, options: ttlOptions.optional() })).optional(),
  delete: z.array(deleteRequest.extend(conditional)).optional(),
  check: z.array(deleteRequest.extend(conditional)).optional(),
});

export type KvsFilters = z.infer<typeof filters>;
export type KvsCondition = z.infer<typeof conditionSchema>;
export type TimeToLive = z.infer<typeof timeToLive>;
export type MetadataField = z.infer<typeof metadataField>;

/** Parses the body of a storage call, or refuses it with the first thing that is wrong. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  throw new KvsRefusal(400, 'INVALID_REQUEST', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
}

const UNIT = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;
const ONE_YEAR = 365 * UNIT.DAYS;

/** A relative time-to-live in milliseconds; more than one year is refused. */
export function milliseconds(ttl: TimeToLive | undefined): number | undefined {
  if (ttl === undefined) {
    return undefined;
  }
  const duration = ttl.value * UNIT[ttl.unit];
  if (duration > ONE_YEAR) {
    throw new KvsRefusal(400, 'INVALID_TTL', 'The maximum supported TTL is 1 year.');
  }
  return duration;
}
