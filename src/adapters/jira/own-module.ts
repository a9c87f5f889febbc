import { getAppContext } from '@forge/api';

/** As in manifest.yml. */
export const STATE_FIELD = 'change-state';

/**
 * Whether a field of Jira is that of a module of this app: Jira knows its type by the ARI of the module,
 * `ari:cloud:ecosystem::extension/{app}/{environment}/static/{module}`.
 * @param type `schema.custom` of the field.
 */
export function isOfModule(type: string | undefined, moduleKey: string): boolean {
  const environment = environmentId();
  return (
    type?.startsWith('ari:cloud:ecosystem::extension/') === true &&
    type.endsWith(`/static/${moduleKey}`) &&
    (environment === undefined || type.includes(`/${environment}/`))
  );
}

function environmentId(): string | undefined {
  try {
    return getAppContext().environmentAri.environmentId;
  } catch {
    // Not known where the runtime does not say, as under `forge tunnel`. A field of another app Jira refuses to write.
    return undefined;
  }
}
