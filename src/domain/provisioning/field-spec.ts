import { isChangeField, type ChangeField, type FieldId, type FieldKind } from '../change/change-field';

/** What a field of Jira looks like to people, whatever Jira calls its type. */
export type FieldForm =
  'paragraph' | 'line' | 'choice' | 'choices' | 'labels' | 'person' | 'moment' | 'link' | 'number';

/** A field that a governed project needs. */
export interface FieldSpec {
  readonly field: FieldId;
  readonly title: string;
  readonly form: FieldForm;
  /** Forms of an existing field that serve as well. */
  readonly accepts: readonly FieldForm[];
  /** Options that the policy or the app knows by name. */
  readonly options: readonly string[];
  /** What a field that the app makes offers where nobody says what there is; a field that is there needs none of them. */
  readonly suggestedOptions: readonly string[];
  /** What the change fields of Jira Service Management call it; null where they have none. */
  readonly serviceTitle: string | null;
  /** Declared by the policy, and therefore found by its title only. */
  readonly own: boolean;
}

const FORM_OF_KIND: Readonly<Record<FieldKind, FieldForm>> = {
  text: 'paragraph',
  option: 'choice',
  options: 'choices',
  number: 'number',
  person: 'person',
  instant: 'moment',
  link: 'link',
  links: 'line',
};

const ACCEPTED: Readonly<Record<FieldKind, readonly FieldForm[]>> = {
  text: ['paragraph', 'line'],
  option: ['choice'],
  options: ['choices', 'labels'],
  number: ['number'],
  person: ['person'],
  instant: ['moment'],
  link: ['link', 'line'],
  links: ['line', 'labels', 'link'],
};

const OTHER_FORMS: Readonly<Partial<Record<ChangeField, FieldForm>>> = {
  // Nobody but the organisation knows its services: whoever names one first makes it known to the others.
  services: 'labels',
  standardTemplate: 'line',
  exceptionTo: 'labels',
};

/** The form in which a field is made. @param named What a policy names of it: names may have spaces, labels have none. */
export function formOf(field: FieldId, kind: FieldKind, named: readonly string[]): FieldForm {
  if (field === 'services' && named.length > 0) return FORM_OF_KIND[kind];
  return (isChangeField(field) ? OTHER_FORMS[field] : undefined) ?? FORM_OF_KIND[kind];
}

export function acceptedForms(kind: FieldKind): readonly FieldForm[] {
  return ACCEPTED[kind];
}

/** Whether a field of this form has a list of options that somebody must fill. */
export function hasOptions(form: FieldForm): boolean {
  return form === 'choice' || form === 'choices';
}
