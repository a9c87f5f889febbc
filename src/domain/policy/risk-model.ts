import type { FieldId } from '../change/change-field';

/** One question of a risk assessment: a field, and how much each of its options scores. */
export interface RiskDimension {
  readonly field: FieldId;
  readonly scores: Readonly<Record<string, number>>;
}

/**
 * How a change gets its risk level. `asked`: the Risk level field says it. `scored`: the options of several fields (the
 * axes of a matrix, or the answers to questions) have scores, which together fall into a band.
 */
export type RiskModel =
  | { readonly how: 'asked'; readonly levels: readonly string[] }
  | {
      readonly how: 'scored';
      /** From the lowest to the highest. */
      readonly levels: readonly string[];
      readonly combine: 'sum' | 'product' | 'highest';
      readonly dimensions: readonly RiskDimension[];
      /** The level from this score on. A score below the first band has the first band's level. */
      readonly bands: readonly { readonly level: string; readonly from: number }[];
    };
