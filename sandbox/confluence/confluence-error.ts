/** A refusal of Confluence, in the words and with the status that the product uses. Carried to the answer by `index.ts`. */
export class ConfluenceError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 501,
    readonly title: string,
    readonly detail: string | null = null,
  ) {
    super(title);
    this.name = 'ConfluenceError';
  }

  get code(): string {
    return CODES[this.status];
  }
}

const CODES = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'REQUEST_ENTITY_TOO_LARGE',
  501: 'NOT_IMPLEMENTED',
} as const;

export const badRequest = (title: string): ConfluenceError => new ConfluenceError(400, title);

/** Also the answer to somebody who may not see the thing: Confluence does not tell the two apart. */
export const notFound = (): ConfluenceError => new ConfluenceError(404, 'Not Found');

export const unsupported = (what: string): ConfluenceError =>
  new ConfluenceError(501, `The sandbox does not support ${what}`);

/** The body of a refused v2 call. */
export function v2ErrorBody(error: ConfluenceError): unknown {
  return { errors: [{ status: error.status, code: error.code, title: error.title, detail: error.detail }] };
}

/** The body of a refused v1 call. */
export function v1ErrorBody(error: ConfluenceError): unknown {
  return {
    statusCode: error.status,
    data: { authorized: error.status !== 403, valid: error.status !== 400, errors: [], successful: false },
    message: error.title,
  };
}
