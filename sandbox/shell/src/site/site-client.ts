import { z } from 'zod';

/** A refused or failed call, in lines that a person can read. */
export class SiteError extends Error {
  constructor(
    /** 0 when there was no answer at all. */
    readonly status: number,
    readonly lines: readonly string[],
    /** Messages that belong to one field of a Jira screen, by field id. */
    readonly fieldErrors: Readonly<Record<string, string>> = {},
  ) {
    super(lines.join('\n'));
    this.name = 'SiteError';
  }
}

/** Calls the site over HTTP as one person. Paths are those of Jira, Confluence and `/sandbox`. */
export interface SiteClient {
  /** The answer as it came, refused or not. */
  raw(path: string, init: RequestInit): Promise<Response>;
  get<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>>;
  send<T extends z.ZodType>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    schema: T,
  ): Promise<z.infer<T>>;
}

/** Undefined: nobody is asking yet, and calls go out without credentials. */
export function createSiteClient(emailAddress: string | undefined): SiteClient {
  const raw = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers({ accept: 'application/json' });
    if (init.body !== undefined) headers.set('content-type', 'application/json');
    if (emailAddress !== undefined) headers.set('authorization', `Basic ${btoa(`${emailAddress}:sandbox`)}`);
    return fetch(path, { ...init, headers }).catch(() => {
      throw new SiteError(0, ['The local site does not answer. Is it still running?']);
    });
  };
  const call = async <T extends z.ZodType>(schema: T, path: string, init: RequestInit): Promise<z.infer<T>> => {
    const response = await raw(path, init);
    const text = await response.text();
    const value = parseJson(text);
    if (!response.ok) throw refusal(response.status, value, text);
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new SiteError(response.status, [
      `The answer of ${path.split('?')[0] ?? path} was not understood: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    ]);
  };
  return {
    raw,
    get: (path, schema) => call(schema, path, { method: 'GET' }),
    send: (method, path, body, schema) =>
      call(schema, path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
  };
}

/** For calls whose answer does not matter. */
export const anything = z.unknown();

/** The sentence to show for anything that was thrown. */
export function linesOf(error: unknown): readonly string[] {
  if (error instanceof SiteError) return error.lines;
  return [error instanceof Error ? error.message : String(error)];
}

const jiraErrors = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});
const confluenceErrors = z.object({ errors: z.array(z.object({ title: z.string() })).min(1) });
const plainError = z.union([
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.object({ error: z.string() }).transform(({ error }) => error),
]);

function refusal(status: number, value: unknown, text: string): SiteError {
  const confluence = confluenceErrors.safeParse(value);
  if (confluence.success)
    return new SiteError(
      status,
      explain(
        status,
        confluence.data.errors.map(({ title }) => title),
      ),
    );
  const jira = jiraErrors.safeParse(value);
  if (jira.success && jira.data.errorMessages.length + Object.keys(jira.data.errors).length > 0) {
    const { errorMessages, errors } = jira.data;
    return new SiteError(status, [...errorMessages, ...Object.values(errors)], errors);
  }
  const plain = plainError.safeParse(value);
  if (plain.success) return new SiteError(status, [plain.data]);
  return new SiteError(
    status,
    explain(status, [text === '' || text.startsWith('<') ? `HTTP ${String(status)}` : text]),
  );
}

/** Products answer a bare "Not Found" both for what is missing and for what one may not see or do. */
function explain(status: number, lines: readonly string[]): readonly string[] {
  if (status === 404 && lines.join().toLowerCase() === 'not found') {
    return ['It does not exist, or you do not have permission.'];
  }
  return lines;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
