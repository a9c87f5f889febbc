/** Keeps the secrets of the deploy gate encrypted. All methods throw Failure `unreachable`, `unexpected-answer`. */
export interface SecretVault {
  /** Makes a secret of 256 random bits, and keeps it under a new id. */
  make(): Promise<{ readonly id: string; readonly secret: string }>;
  /** Undefined for one that was never made or is forgotten. */
  find(id: string): Promise<string | undefined>;
  forget(id: string): Promise<void>;
}

/** Knows which requests were made before. */
export interface DeployNonces {
  /**
   * Whether this is the first to claim the digest; of two at the same time only one is. It stays taken for a quarter of an
   * hour at least, three times as long as a signed request is good for.
   * @throws Failure `unreachable`, `unexpected-answer`.
   */
  claim(digest: string): Promise<boolean>;
}

export interface DeployAddress {
  /** Where the deploy gate is asked. @throws Failure `unreachable`. */
  url(): Promise<string>;
}
