/** A local Jira Cloud: the REST API v3 over people, projects, workflows and issues that live in memory. */
import type { Hono } from 'hono';
import type { Directory, EventSink, ProductEnv, SiteClock, StatePart, WorkflowExtensions } from '../platform';
import type { SiteSeed } from '../seed';
import { createApp } from './app';
import { createValueSchemas } from './fields/value-schema';
import { importIssues } from './issue/import-issues';
import type { ImportedIssue } from './issue/import-issues';
import { loadSeed } from './load-seed';
import { JiraStore } from './store';

export interface JiraOptions {
  readonly clock: SiteClock;
  readonly directory: Directory;
  readonly events: EventSink;
  readonly extensions: WorkflowExtensions;
  /** The address of the site without a trailing slash; called whenever a URL is written. */
  readonly baseUrl: () => string;
  readonly cloudId: string;
  /** What `{{app}}` stands for in a seed; a seed that uses it is refused while this is undefined. */
  readonly appAri?: () => string | undefined;
}

export interface Jira extends StatePart {
  /** Serves `/rest/api/3/...`: `app.fetch(request, { actor })`. */
  readonly app: Hono<ProductEnv>;
  /** Fills an empty Jira. Throws, in words, when the seed asks for something that the sandbox does not carry out. */
  seed(seed: SiteSeed): void;
  /**
   * What Jira's CSV import does: puts issues straight into a status, without a transition. Answers their keys.
   * Throws a JiraRefusal, importing none, when a row cannot be imported or `accountId` is no Jira administrator.
   */
  importIssues(rows: readonly ImportedIssue[], accountId: string): readonly string[];
}

/** A Jira without any project. Its state is its own; people and groups are those of the directory. */
export function createJira(options: JiraOptions): Jira {
  const { appAri, ...surroundings } = options;
  const store = new JiraStore();
  const site = { ...surroundings, store, valueSchemas: createValueSchemas() };
  return {
    name: 'jira',
    app: createApp(site),
    seed: (seed) => {
      loadSeed(site, seed, appAri?.());
    },
    importIssues: (rows, accountId) => importIssues(site, { kind: 'user', accountId }, rows).map(({ key }) => key),
    snapshot: () => store.snapshot(),
    restore: (value) => {
      store.restore(value);
    },
  };
}
