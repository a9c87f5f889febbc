/** One call of the app to the platform, as `GET /sandbox/log` shows it. Never holds bodies. */
export interface CallLogEntry {
  /** Site time, ISO 8601. */
  readonly at: string;
  /** Id of the invocation; absent for calls that the app's front end made through the bridge. */
  readonly invocation?: string;
  readonly function?: string;
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  /** `nobody`: refused because there was no such person, or an anonymous reader. */
  readonly as: 'app' | `user:${string}` | 'nobody';
  readonly status: number;
  /** Size of the answer's body. */
  readonly bytes: number;
  readonly requestBytes: number;
}

export interface CallLog {
  entries(): readonly CallLogEntry[];
  add(entry: CallLogEntry): void;
  clear(): void;
}

const MAX_ENTRIES = 20_000;

/** Keeps the latest 20,000 calls. */
export function createCallLog(): CallLog {
  const entries: CallLogEntry[] = [];
  return {
    entries: () => [...entries],
    add: (entry) => {
      entries.push(entry);
      if (entries.length > MAX_ENTRIES) {
        entries.shift();
      }
    },
    clear: () => {
      entries.length = 0;
    },
  };
}
