import type { FieldSpec } from './field-spec';
import type { NamedThing } from './survey';

/** What the app makes for a project and finds again by a mark in its description. */
export type MarkedPart =
  | `screen:${string}`
  | 'screen-scheme'
  | 'issue-type-screen-scheme'
  | 'issue-type-scheme'
  | 'workflow'
  | 'workflow-scheme';

/** Stands in the description of everything that is made for a project. Ids of projects are never used again. */
export function markOf(projectId: string, part: MarkedPart): string {
  return `[change-control/${projectId}/${part}]`;
}

/** The description of something that is made for a project. */
export function describedAs(text: string, projectId: string, part: MarkedPart): string {
  return `${text} ${markOf(projectId, part)}`;
}

export function findMarked<T extends NamedThing>(
  things: readonly T[],
  projectId: string,
  part: MarkedPart,
): T | undefined {
  const mark = markOf(projectId, part);
  return things.find(({ description }) => description.includes(mark));
}

/** The description of a field that the app makes: people read it below the field, and the app finds it again by it. */
export function fieldDescription({ title }: Pick<FieldSpec, 'title'>): string {
  return `${title} of a change request, for Change Control.`;
}

/** The name, or the name with a suffix where something else has it, without regard to case. */
export function freeName(wanted: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name.trim().toLowerCase()));
  if (!names.has(wanted.toLowerCase())) return wanted;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${wanted} (change control)` : `${wanted} (change control ${String(count)})`;
    if (!names.has(name.toLowerCase())) return name;
  }
}
