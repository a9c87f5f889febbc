import { CHANGE_FIELDS, FIELD_KINDS, type ChangeField } from '../../domain/change/change-field';
import { knownFieldIds, SYSTEM_FIELDS, type FieldMap } from '../../domain/change/field-map';
import type { AccountId } from '../../domain/change/identity';
import { Failure } from '../../domain/failure';
import { acceptedForms } from '../../domain/provisioning/field-spec';
import type { NamedJiraField } from '../../ports/jira-administration';
import type { Ports } from '../../ports/ports';
import { askForFreshGuards } from './refresh-guards';
import { saveFieldMap } from './save-field-map';

export interface MappedFields {
  readonly revision: number;
  readonly map: FieldMap;
  readonly fields: readonly NamedJiraField[];
}

/** Where the parts of a change are, and the fields of Jira that could hold them. */
export async function viewFieldMap({
  setupRegister,
  administration,
}: Pick<Ports, 'setupRegister' | 'administration'>): Promise<MappedFields> {
  const [{ revision }, map, fields] = await Promise.all([
    setupRegister.governance(),
    setupRegister.fieldMap(),
    administration.customFields(),
  ]);
  return { revision, map, fields };
}

/** Whether a field of Jira can hold this part of a change. */
export function canHold({ form }: NamedJiraField, field: ChangeField): boolean {
  return form !== null && acceptedForms(FIELD_KINDS[field]).includes(form);
}

/**
 * Says which fields of Jira hold these parts of a change from now on, for every governed project.
 * @param seenRevision The revision that the administrator was shown.
 * @throws Failure `bad-request` for a field that is not there or of a kind that cannot hold it, or that would hold two
 *   parts; `moved-on`.
 */
export async function editFieldMap(
  ports: Pick<Ports, 'setupRegister' | 'setupQueue' | 'administration' | 'ledger' | 'clock'>,
  administrator: AccountId,
  seenRevision: number,
  chosen: Readonly<Partial<Record<ChangeField, string>>>,
): Promise<void> {
  const fields = await ports.administration.customFields();
  const edits = CHANGE_FIELDS.flatMap((field) => {
    const id = chosen[field];
    return id === undefined ? [] : [[field, requireFitting(fields, field, id)] as const];
  });
  await saveFieldMap(
    ports,
    administrator,
    (before) => {
      const after = { ...before, fields: { ...before.fields, ...Object.fromEntries(edits) } };
      requireDistinct(after);
      return after;
    },
    seenRevision,
  );
  await askForFreshGuards(ports);
}

function requireFitting(fields: readonly NamedJiraField[], part: ChangeField, id: string): { readonly id: string } {
  const field = fields.find((one) => one.id === id);
  if (field === undefined || SYSTEM_FIELDS[part] !== undefined || !canHold(field, part)) {
    throw new Failure(
      'bad-request',
      'One of these fields is not there any more, or cannot hold what it should. Choose another.',
    );
  }
  return { id };
}

function requireDistinct(map: FieldMap): void {
  const ids = knownFieldIds(map).map(([, id]) => id);
  if (new Set(ids).size < ids.length) {
    throw new Failure('bad-request', 'One field cannot hold two parts of a change. Choose another for one of them.');
  }
}
