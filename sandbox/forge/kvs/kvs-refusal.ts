/**
 * A refusal of Forge storage in the shape that `@forge/kvs` turns into a ForgeKvsAPIError: `{ code, message }`.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/
 */
export class KvsRefusal extends Error {
  constructor(
    readonly status: 400 | 404 | 409 | 413 | 422,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'KvsRefusal';
  }
}

export function keyNotFound(key: string): KvsRefusal {
  return new KvsRefusal(404, 'KEY_NOT_FOUND', `The key ${key} does not exist.`);
}
