import type { AppManifest, AppModule } from './manifest';
import { ruleScreens, type RuleScreen } from './rule-screens';
import type { SiteIdentity } from './site-identity';

/** One module as a shell needs it in order to show it. */
export interface ModuleDescription {
  readonly key: string;
  /** The module's type, which is also the `type` of its extension. */
  readonly type: string;
  readonly title?: string;
  /** Where the module's Custom UI is served; to be loaded in an iframe from `http://ui.localhost:<port>`. */
  readonly ui?: string;
  readonly layout?: string;
  readonly viewportSize?: string;
  /** What the shell has to name as `context` of an invocation. */
  readonly opensOn?: 'issueKey' | 'contentId' | 'workflowRule';
  /** Where the screens of a workflow rule are served. */
  readonly screens?: Readonly<Partial<Record<RuleScreen, string>>>;
  /** Key of the function that exports a macro as ADF. */
  readonly adfExport?: string;
}

export interface AppDescription {
  readonly appId: string;
  readonly environmentId: string;
  /** `ari:cloud:ecosystem::extension/{appId}/{environmentId}/static` */
  readonly extensionAri: string;
  readonly scopes: readonly string[];
  readonly modules: readonly ModuleDescription[];
}

const OPENS_ON: Readonly<Record<string, NonNullable<ModuleDescription['opensOn']>>> = {
  'jira:issuePanel': 'issueKey',
  'jira:workflowCondition': 'workflowRule',
  'jira:workflowValidator': 'workflowRule',
  macro: 'contentId',
};

function textOf(text: string | { readonly i18n: string } | undefined): string | undefined {
  return typeof text === 'object' ? text.i18n : text;
}

function describeModule(module: AppModule): ModuleDescription {
  const title = textOf('title' in module ? module.title : 'name' in module ? module.name : undefined);
  const opensOn = OPENS_ON[module.type];
  const screens = Object.keys(ruleScreens(module)).map((screen) => [screen, `/sandbox/ui/${module.key}.${screen}/`]);
  return {
    key: module.key,
    type: module.type,
    ...(title === undefined ? {} : { title }),
    ...('resource' in module ? { ui: `/sandbox/ui/${module.key}/` } : {}),
    ...('layout' in module && module.layout !== undefined ? { layout: module.layout } : {}),
    ...('viewportSize' in module && module.viewportSize !== undefined ? { viewportSize: module.viewportSize } : {}),
    ...(opensOn === undefined ? {} : { opensOn }),
    ...(screens.length === 0
      ? {}
      : { screens: Object.fromEntries(screens) as NonNullable<ModuleDescription['screens']> }),
    ...(module.type === 'macro' && module.adfExport !== undefined ? { adfExport: module.adfExport.function } : {}),
  };
}

export function describeApp(manifest: AppManifest, identity: SiteIdentity): AppDescription {
  return {
    appId: manifest.appId,
    environmentId: identity.environmentId,
    extensionAri: identity.extensionAri,
    scopes: [...manifest.scopes],
    modules: manifest.modules.filter(({ type }) => type !== 'function').map(describeModule),
  };
}
