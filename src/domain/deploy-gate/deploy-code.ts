/** Everything that the deploy gate can answer. Which HTTP status each has stands in manifest.yml. */
export const DEPLOY_CODES = [
  'allowed',
  'not-approved',
  'outside-window',
  'frozen',
  'stale-approval',
  'unknown-change',
  'bad-signature',
  'replayed',
  'cannot-tell',
] as const;

export type DeployCode = (typeof DEPLOY_CODES)[number];

/** What can be said of a change that was found, by whoever may ask about it. */
export type DecidedCode = Exclude<DeployCode, 'unknown-change' | 'bad-signature' | 'replayed'>;

/** What goes on record: a request that nobody signed does not. */
export type RecordedCode = Exclude<DeployCode, 'bad-signature'>;
