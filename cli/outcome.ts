/** What a command prints, and its exit status. */
export interface Outcome {
  readonly status: 0 | 1 | 2;
  readonly text: string;
}
