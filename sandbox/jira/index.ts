/** A local Jira Cloud: the REST API v3 over people, projects, workflows and issues that live in memory. */
import type { Hono } from 'hono';
import type { Directory, EventSink, ProductEnv, SiteClock, StatePart, WorkflowExtensions } from '../platform';
import type { SiteSeed } from '../seed';
import { createApp } from './app';
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
}

/** A Jira without any project. Its state is its own; people and groups are those of the directory. */
export function createJira(options: JiraOptions): Jira {
  const { appAri, ...surroundings } = options;
  const store = new JiraStore();
  const site = { ...surroundings, store };
  return {
    name: 'jira',
    app: createApp(site),
    seed: (seed) => {
      loadSeed(site, seed, appAri?.());
    },
    snapshot: () => store.snapshot(),
    restore: (value) => {
      store.restore(value);
    },
  };
}
