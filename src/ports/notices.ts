import type { AccountId } from '../domain/change/identity';

/** @property mark Names the notice: one with the same mark is not written twice. */
export interface Notice {
  readonly issue: string;
  readonly text: string;
  readonly to: readonly AccountId[];
  readonly mark: string;
}

/** How people are told: a comment on the change that mentions them. */
export interface Notices {
  /**
   * Tells them once, however often it is asked.
   * @returns false where the issue is not there or the app may not comment on it.
   * @throws Failure `unreachable`, `unexpected-answer`.
   */
  tell(notice: Notice): Promise<boolean>;
}
