import { z } from 'zod';
import type { SiteClient } from './site-client';

const moduleSchema = z.object({
  key: z.string(),
  type: z.string(),
  title: z.string().optional(),
  screens: z.partialRecord(z.enum(['create', 'edit', 'view']), z.string()).optional(),
});

const appSchema = z.object({
  appId: z.string(),
  environmentId: z.string(),
  extensionAri: z.string(),
  modules: z.array(moduleSchema),
});

export interface AppModule {
  readonly key: string;
  readonly title: string;
}

/** A workflow rule that the app offers. */
export interface RuleModule extends AppModule {
  readonly kind: 'validator' | 'condition';
  /** What a workflow names as `parameters.key` of the rule. */
  readonly ari: string;
  readonly screens: readonly string[];
}

export interface InstalledApp {
  /** Undefined while the app is not known. */
  readonly identity:
    { readonly appId: string; readonly environmentId: string; readonly extensionAri: string } | undefined;
  readonly issuePanels: readonly AppModule[];
  readonly adminPages: readonly AppModule[];
  readonly macros: readonly AppModule[];
  readonly rules: readonly RuleModule[];
}

const RULE_KINDS: Readonly<Record<string, RuleModule['kind']>> = {
  'jira:workflowValidator': 'validator',
  'jira:workflowCondition': 'condition',
};

/** What the app that runs on this site shows to people. */
export async function fetchInstalledApp(site: SiteClient): Promise<InstalledApp> {
  const app = await site.get('/sandbox/app', appSchema);
  const of = (type: string): readonly AppModule[] =>
    app.modules.filter((module) => module.type === type).map(({ key, title }) => ({ key, title: title ?? key }));
  return {
    identity: app,
    issuePanels: of('jira:issuePanel'),
    adminPages: of('jira:adminPage'),
    macros: of('macro'),
    rules: app.modules.flatMap(({ key, type, title, screens = {} }) => {
      const kind = RULE_KINDS[type];
      if (kind === undefined) return [];
      return [{ key, title: title ?? key, kind, ari: `${app.extensionAri}/${key}`, screens: Object.keys(screens) }];
    }),
  };
}
