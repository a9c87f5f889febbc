/** The field that a clause names. */
import { allFields } from '../fields/field-catalogue';
import type { Field } from '../fields/field-kind';
import { unsupported } from '../refusal';
import type { JiraStore } from '../store';

/**
 * By one of its clause names, without regard to case; a system field goes first. Custom fields may share a name, and Jira then looks at all of
 * them: that is refused as not supported. `cf[10001]` names one of them.
 */
export function namedField(store: JiraStore, name: string): Field | undefined {
  const lower = name.toLowerCase();
  const found = allFields(store).filter(({ clauseNames }) =>
    clauseNames.some((clause) => clause.toLowerCase() === lower),
  );
  const builtIn = found.find(({ custom }) => !custom);
  if (builtIn === undefined && found.length > 1)
    throw unsupported(`the JQL field '${name}', a name that several fields have`);
  return builtIn ?? found[0];
}
