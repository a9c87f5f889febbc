import type { FieldId } from './change-field';

/** An Atlassian account id. The only thing about a person that the app keeps. */
export type AccountId = string;

export interface ChangeIdentity {
  /** Jira's issue id: stays when the change is moved. */
  readonly id: string;
  readonly key: string;
}

/** The key of the project of a change: `CHG` for `CHG-12`. */
export function projectOf({ key }: Pick<ChangeIdentity, 'key'>): string {
  return key.slice(0, key.lastIndexOf('-'));
}

/** SHA-256 over the material fields of a change: what an approval is an approval of. */
export type PlanFingerprint = string;

/** A part of the plan: a material field, or who asked for the change. */
export type PlanPart = FieldId | 'requesters';

/** SHA-256 of each part of a plan. */
export type PartDigests = Readonly<Record<PlanPart, string>>;
