import type { AppField, AppFieldType } from '../platform';
import { modulesOf, type AppManifest, type ModuleOf } from './manifest';
import type { SiteIdentity } from './site-identity';

/**
 * The custom fields of the deployed app. The sandbox is a development environment, which the key of a field names.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/
 */
export function appFields(manifest: AppManifest, identity: SiteIdentity): readonly AppField[] {
  return modulesOf(manifest, 'jira:customField').map((module) => ({
    type: `${identity.extensionAri}/${module.key}`,
    key: `${identity.appId}__DEVELOPMENT__${module.key}`,
    name: textOf(module.name),
    description: textOf(module.description),
    dataType: dataTypeOf(module),
    readOnly: module.readOnly === true,
    formatter: module.view?.formatter.expression ?? null,
    schema: module.schema ?? null,
  }));
}

function dataTypeOf({ dataType, collection }: ModuleOf<'jira:customField'>): AppFieldType {
  return dataType === 'user' && collection === 'list' ? 'people' : dataType;
}

/** The sandbox has no translations: the key stands for the text. */
function textOf(text: string | { readonly i18n: string }): string {
  return typeof text === 'string' ? text : text.i18n;
}
