/** A request that Jira refuses, with the body that Jira answers: `{errorMessages: [...], errors: {field: message}}`. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type FieldErrors = Readonly<Record<string, string>>;

export class JiraRefusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly errorMessages: readonly string[];
  readonly errors: FieldErrors;

  constructor(status: ContentfulStatusCode, errorMessages: readonly string[], errors: FieldErrors = {}) {
    super([...errorMessages, ...Object.values(errors)].join('; '));
    this.name = 'JiraRefusal';
    this.status = status;
    this.errorMessages = errorMessages;
    this.errors = errors;
  }
}

/** 400 with messages that belong to no field. */
export function badRequest(...errorMessages: readonly string[]): JiraRefusal {
  return new JiraRefusal(400, errorMessages);
}

/** 400 with one message per field. */
export function badFields(errors: FieldErrors): JiraRefusal {
  return new JiraRefusal(400, [], errors);
}

/** 404. Jira uses it also for what the caller may not see. */
export function notFound(message: string): JiraRefusal {
  return new JiraRefusal(404, [message]);
}

/** 403. */
export function forbidden(message: string): JiraRefusal {
  return new JiraRefusal(403, [message]);
}

/** 501: Atlassian can do this, the sandbox cannot. Never answered for something that Atlassian would refuse. */
export function unsupported(what: string): JiraRefusal {
  return new JiraRefusal(501, [`Not supported by this sandbox: ${what}`]);
}
