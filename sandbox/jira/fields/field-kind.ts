/** How the values of one kind of field are read from a request, kept, shown and written into the changelog. */
import type { Account, JiraSite } from '../jira-site';
import type { Json, Project } from '../state';
import type { AppFieldState, CustomFieldContext } from './field-state';

export interface FieldOption {
  readonly id: string;
  readonly value: string;
}

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly custom: boolean;
  readonly description: string;
  /** The type of a custom field without the plugin's name, e.g. `textarea`; the field's id for a system field. */
  readonly type: string;
  /** Of all contexts; where the field is looked at for one issue, those that can be chosen there. */
  readonly options: readonly FieldOption[];
  /** Where a custom field applies; none for a system field, which applies everywhere. */
  readonly contexts: readonly CustomFieldContext[];
  readonly kind: FieldKind;
  /** What a new issue gets where the field is looked at for one issue; null when nothing is set. */
  readonly defaultValue: Json;
  /** False for what only Jira itself sets. */
  readonly settable: boolean;
  readonly clauseNames: readonly string[];
  /** What an app has declared of the field; absent for fields of Jira and of its administrators. */
  readonly app?: AppFieldState;
}

export interface FieldContext {
  readonly site: JiraSite;
  readonly field: Field;
  /** The project of the issue; people are assignable and issue types available per project. */
  readonly project: Project | undefined;
  /** Who will see the value; decides about e-mail addresses. Absent: nobody in particular. */
  readonly viewer?: Account | undefined;
}

/** What became of a value in a request: the form in which it is kept (null is empty), or why Jira refuses it. */
export type Reading = { readonly value: Json } | { readonly refusal: string };

export interface LoggedValue {
  readonly id: string | null;
  readonly text: string | null;
}

export interface FieldSchema {
  readonly type: string;
  readonly items?: string;
}

export type KindName =
  | 'line' | 'document' | 'url' | 'number' | 'instant' | 'day' | 'person' | 'people' | 'option' | 'options' | 'labels'
  | 'issuetype' | 'project' | 'status' | 'priority' | 'resolution' | 'links' | 'comments'
  | 'exact text' | 'object'; // prettier-ignore

export interface FieldKind {
  readonly name: KindName;
  readonly schema: FieldSchema;
  readonly operations: readonly string[];
  /** Never called with null or undefined, which empty every field. */
  read(input: unknown, context: FieldContext): Reading;
  /** The form of Get issue. Never called for an empty field. */
  show(value: Json, context: FieldContext): unknown;
  /** `from` and `fromString` of a changelog item; called for empty fields too. */
  log(value: Json, context: FieldContext): LoggedValue;
}

export const asText = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const asNumber = (value: Json | undefined): number => (typeof value === 'number' ? value : Number.NaN);
export const asList = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.map(asText) : []);
export const NOTHING_LOGGED: LoggedValue = { id: null, text: null };
