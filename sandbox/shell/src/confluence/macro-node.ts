import { attr, type AdfNode } from '../adf/document';
import type { AppModule, InstalledApp } from '../site/app-api';

const FORGE_MACRO = 'com.atlassian.ecosystem';

/** The module key of a Forge macro on a page, out of an extension key that ends with `/static/{moduleKey}`. */
export function macroKeyOf(node: AdfNode): string | undefined {
  if (attr(node, 'extensionType') !== FORGE_MACRO) return undefined;
  return /\/static\/([^/]+)$/.exec(attr(node, 'extensionKey'))?.[1];
}

/**
 * The node with which the editor of Confluence puts a macro of a Forge app on a page
 * (developer.atlassian.com/platform/forge/adopting-forge-from-connect-migrate-macro).
 */
export function macroNode(identity: NonNullable<InstalledApp['identity']>, macro: AppModule): unknown {
  const { appId, environmentId, extensionAri } = identity;
  const localId = crypto.randomUUID();
  return {
    type: 'extension',
    attrs: {
      layout: 'default',
      extensionType: FORGE_MACRO,
      extensionKey: `${appId}/${environmentId}/static/${macro.key}`,
      text: macro.title,
      localId,
      parameters: {
        layout: 'extension',
        guestParams: {},
        forgeEnvironment: 'DEVELOPMENT',
        extensionTitle: macro.title,
        extensionId: `${extensionAri}/${macro.key}`,
        localId,
      },
    },
  };
}
