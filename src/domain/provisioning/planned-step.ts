import type { Situation } from './situation';
import type { Step } from './step';

/** What a step is about, as people tell such things apart. */
export const STEP_KINDS = [
  'issue-type',
  'field',
  'options',
  'status',
  'screen',
  'screen-fields',
  'workflow',
  'scheme',
  'field-map',
  'assignment',
] as const;

export type StepKind = (typeof STEP_KINDS)[number];

/**
 * A step and whether it is done. `reused`: something that was there before and that the app did not make.
 * @property name What it is about: a name in Jira or, for one that will be made, the name that it will have.
 */
export interface PlannedStep {
  readonly key: string;
  readonly kind: StepKind;
  readonly name: string;
  readonly state: 'there' | 'reused' | 'to-do';
}

/** A step with what has to be done; asked for only when everything before it is done. */
export interface StepWithWork extends PlannedStep {
  readonly work: () => Step['work'];
}

/** The id of something that an earlier step made. @throws Error when the steps are out of order: a defect. */
export function idOf({ parts }: Situation, part: string): string {
  const id = parts[part];
  if (id === undefined) throw new Error(`A step that needs ${part} came before the one that makes it.`);
  return id;
}
