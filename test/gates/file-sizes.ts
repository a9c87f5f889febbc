/** How long the files of a folder may be, in lines: the middle one, the one at the 95th percentile, the longest. */
export interface SizeLimits {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export interface SizedFile {
  readonly path: string;
  readonly lines: number;
}

/** The nearest-rank percentile: the smallest size that at least this share of the files does not exceed. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** What is too long, in one sentence each; empty when the files keep to the limits. */
export function sizeFindings(files: readonly SizedFile[], limits: SizeLimits): readonly string[] {
  const sorted = files.map(({ lines }) => lines).sort((a, b) => a - b);
  const middle = percentile(sorted, 0.5);
  const high = percentile(sorted, 0.95);
  return [
    ...(middle > limits.median ? [`The median is ${middle} lines, more than ${limits.median}.`] : []),
    ...(high > limits.p95 ? [`The 95th percentile is ${high} lines, more than ${limits.p95}.`] : []),
    ...files
      .filter(({ lines }) => lines > limits.max)
      .map(({ path, lines }) => `${path} has ${lines} lines, more than ${limits.max}.`),
  ];
}
