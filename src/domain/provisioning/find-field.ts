import type { FieldMap } from '../change/field-map';
import type { FieldId } from '../change/change-field';
import type { FieldSpec } from './field-spec';
import { fieldDescription } from './marks';
import type { FoundField, Survey } from './survey';

/** A field of Jira that serves, and whether the app may add options to it. */
export interface ServingField {
  readonly id: string;
  readonly name: string;
  readonly madeByApp: boolean;
}

/**
 * The field that holds this part of a change: the one that the field map names; else the one that the app made; else one
 * of the same title that is of a fitting kind, applies in the project and has every option. In a service project Jira's
 * own change fields come before those of the usual title. Undefined: one has to be made.
 */
export function servingField(spec: FieldSpec, survey: Survey, map: FieldMap): ServingField | undefined {
  const { fields, project } = survey;
  const inMap = mappedId(spec.field, map);
  const mapped = fields.find(({ id }) => id === inMap);
  if (mapped !== undefined) return serving(mapped, spec);
  const made = fields.find((field) => isMade(field, spec));
  const named = (title: string | null): FoundField | undefined =>
    title === null ? undefined : fields.find((field) => sameName(field.name, title) && serves(field, spec));
  const found = (project.serviceProject ? named(spec.serviceTitle) : undefined) ?? made ?? named(spec.title);
  return found === undefined ? undefined : serving(found, spec);
}

/** A field that the app finds by title only, whose title belongs to a field of another kind. */
export function isTitleTaken(spec: FieldSpec, survey: Survey): boolean {
  return spec.own && survey.fields.some((field) => sameName(field.name, spec.title) && !serves(field, spec));
}

export function mappedId(field: FieldId, map: FieldMap): string | undefined {
  const entry = Object.entries(map.fields).find(([name]) => name === field)?.[1];
  return entry !== undefined && 'id' in entry ? entry.id : undefined;
}

function serving(field: FoundField, spec: FieldSpec): ServingField {
  return { id: field.id, name: field.name, madeByApp: isMade(field, spec) };
}

function isMade(field: FoundField, spec: FieldSpec): boolean {
  return field.description === fieldDescription(spec) && field.form === spec.form;
}

function serves(field: FoundField, spec: FieldSpec): boolean {
  if (isMade(field, spec)) return true;
  if (field.form === null || !spec.accepts.includes(field.form) || !field.inProject) return false;
  const offered = new Set((field.options ?? []).map((option) => option.toLowerCase()));
  return spec.options.every((option) => offered.has(option.toLowerCase())) || field.form === 'labels';
}

export function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
