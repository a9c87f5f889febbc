/** Names in seeds for ids that exist only once the seed is loaded: `{{app}}`, `{{screen:NAME}}`, `{{field:NAME}}`. */
import { findFieldByName } from './fields/field-catalogue';
import type { JiraSite } from './jira-site';

/** The same JSON value with every placeholder in its strings replaced. Throws when one stands for nothing. */
export function fillPlaceholders(site: JiraSite, value: unknown, appAri: string | undefined): unknown {
  if (typeof value === 'string') {
    return value.replace(
      /\{\{(app|screen|field)(?::([^}]+))?\}\}/g,
      (whole, kind: string, name: string | undefined) => {
        const id = kind === 'app' ? appAri : idOf(site, kind, name ?? '');
        if (id === undefined) throw new Error(`${whole} stands for nothing`);
        return id;
      },
    );
  }
  if (Array.isArray(value)) return value.map((entry) => fillPlaceholders(site, entry, appAri));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillPlaceholders(site, entry, appAri)]));
}

function idOf(site: JiraSite, kind: string, name: string): string | undefined {
  return kind === 'screen'
    ? site.store.state.screens.find((screen) => screen.name === name)?.id
    : findFieldByName(site.store, name)?.id;
}
