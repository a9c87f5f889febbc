import type { ActionValidator, ErrorMessage, ExtensionRule } from '../platform';
import { modulesOf, type AppManifest, type AppModule } from './manifest';
import type { SiteIdentity } from './site-identity';

const RULE_TYPES = new Map<string, ExtensionRule['type']>([
  ['jira:workflowValidator', 'Validator'],
  ['jira:workflowCondition', 'Condition'],
  ['jira:workflowPostFunction', 'Function'],
]);

/**
 * The workflow rules of the deployed app.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
 */
export function workflowRules(manifest: AppManifest, identity: SiteIdentity): readonly ExtensionRule[] {
  return manifest.modules.flatMap((module) => {
    const type = RULE_TYPES.get(module.type);
    if (type === undefined) return [];
    const name = 'name' in module ? textOf(module.name) : module.key;
    const description = 'description' in module ? textOf(module.description ?? '') : '';
    return [{ key: `${identity.extensionAri}/${module.key}`, type, name, description, ...expressionOf(module) }];
  });
}

function expressionOf(module: AppModule): Pick<ExtensionRule, 'expression' | 'errorMessage'> {
  if (!('expression' in module) || module.expression === undefined) return {};
  const message = 'errorMessage' in module ? module.errorMessage : undefined;
  return { expression: module.expression, ...(message === undefined ? {} : { errorMessage: messageOf(message) }) };
}

function messageOf(message: string | { readonly i18n: string } | { readonly expression: string }): ErrorMessage {
  return typeof message === 'object' && 'i18n' in message ? message.i18n : message;
}

/**
 * What the deployed app has to say about actions on issues.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-action-validator/
 */
export function actionValidators(manifest: AppManifest, identity: SiteIdentity): readonly ActionValidator[] {
  return modulesOf(manifest, 'jira:actionValidator').map(({ key, action, expression, errorMessage }) => ({
    key: `${identity.extensionAri}/${key}`,
    action,
    expression,
    ...(errorMessage === undefined ? {} : { errorMessage: textOf(errorMessage) }),
  }));
}

/** The sandbox has no translations: the key stands for the text. */
function textOf(text: string | { readonly i18n: string }): string {
  return typeof text === 'string' ? text : text.i18n;
}
