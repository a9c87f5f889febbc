import { tsImport } from 'tsx/esm/api';

/** Tests that never look at what was built. A run of these alone does not wait for it; anything else does. */
const NEEDS_NO_BUILD = /test\/(domain|policies|contracts|usecases)\b/;

/**
 * Builds what is missing or older than its sources, once, before the tests start; `npm test` has done so by then. A part
 * that cannot be built is reported and missing: the tests that need it fail, the others run.
 */
export default async function buildWhatIsStale({ testPathPatterns }) {
  const { patterns } = testPathPatterns;
  if (patterns.length > 0 && patterns.every((pattern) => NEEDS_NO_BUILD.test(pattern))) return;
  const { PARTS, buildPart, isStale } = await tsImport('./build-parts.ts', import.meta.url);
  for (const part of PARTS.filter(isStale)) {
    await buildPart(part).catch((error) => process.stderr.write(`${error.message}\n`));
  }
}
