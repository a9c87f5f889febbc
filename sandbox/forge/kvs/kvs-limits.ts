import { KvsRefusal } from './kvs-refusal';

/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/;
const MAX_KEY_LENGTH = 500;
const MAX_VALUE_BYTES = 240 * 1024;
const MAX_DEPTH = 31;
export const MAX_OPERATIONS = 25;
export const MAX_PAYLOAD_BYTES = 4 * 1024 * 1024;
export const DEFAULT_PAGE = 10;
export const MAX_PAGE = 100;

export function checkKey(key: string): void {
  if (key.length === 0) {
    throw new KvsRefusal(400, 'KEY_TOO_SHORT', 'The provided key needs to be more than one character.');
  }
  if (key.length > MAX_KEY_LENGTH) {
    throw new KvsRefusal(
      400,
      'KEY_TOO_LONG',
      `The provided key has exceeded the maximum ${MAX_KEY_LENGTH} characters.`,
    );
  }
  if (!KEY_PATTERN.test(key)) {
    throw new KvsRefusal(400, 'INVALID_KEY', `The provided key does not match the regex: ${KEY_PATTERN.toString()}`);
  }
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  return 1 + Object.values(value).reduce<number>((deepest, inner) => Math.max(deepest, depthOf(inner)), 0);
}

/** Refuses a value that is missing, too large (240 KiB of JSON in UTF-8) or nested too deeply (31 levels). */
export function checkValue(value: unknown): void {
  if (value === undefined || value === null) {
    throw new KvsRefusal(400, 'INVALID_VALUE', 'A value must be an array, boolean, number, object or string.');
  }
  if (Buffer.byteLength(JSON.stringify(value)) > MAX_VALUE_BYTES) {
    throw new KvsRefusal(400, 'MAX_SIZE', 'The provided value has exceeded the maximum size limit.');
  }
  if (depthOf(value) > MAX_DEPTH) {
    throw new KvsRefusal(
      400,
      'MAX_DEPTH',
      `The provided value has exceeded the maximum object depth (${MAX_DEPTH}) limit.`,
    );
  }
}

export function pageSize(limit: number | undefined, refusalCode: string): number {
  if (limit === undefined) {
    return DEFAULT_PAGE;
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    throw new KvsRefusal(400, refusalCode, `The page limit must be set between 1 and ${MAX_PAGE}.`);
  }
  return limit;
}
