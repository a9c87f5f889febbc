import type { Policy } from '../../domain/policy/policy';
import type { Reason, ReasonCode } from '../../domain/reason';

/** For each code of a group of reasons, the sentence that a person reads. The compiler refuses a group with a gap. */
export type Sentences<R extends Reason> = {
  readonly [C in R['code']]: (reason: ReasonOf<C>, policy: Policy) => string;
};

export type ReasonOf<C extends ReasonCode> = Extract<Reason, { readonly code: C }>;
