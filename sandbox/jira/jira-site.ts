/** What every part of the Jira of a sandbox works with: its memory and the site around it. */
import type { Actor, Directory, EventSink, SiteClock, WorkflowExtensions } from '../platform';
import type { ValueSchemas } from './fields/value-schema';
import type { JiraStore } from './store';

export interface JiraSite {
  readonly store: JiraStore;
  readonly valueSchemas: ValueSchemas;
  readonly clock: SiteClock;
  readonly directory: Directory;
  readonly events: EventSink;
  readonly extensions: WorkflowExtensions;
  /** Without a trailing slash. */
  readonly baseUrl: () => string;
  readonly cloudId: string;
}

/** Somebody who is logged in. */
export type Account = Exclude<Actor, { kind: 'anonymous' }>;
