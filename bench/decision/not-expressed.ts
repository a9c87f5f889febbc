/** The bench's policy has something that the general rule engines were not taught. */
export function notExpressed(what: string): Error {
  return new Error(`The engines were not taught this ${what}.`);
}
