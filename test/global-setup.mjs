import { tsImport } from 'tsx/esm/api';

/** Tests that look at what was built. A run of others alone does not wait for it. */
const LOOKS_AT_BUILD = /browser|ui|gates|sandbox|demo|handlers/;

/**
 * Builds what is missing or older than its sources, once, before the tests start; `npm test` has done so by then. A part
 * that cannot be built is reported and missing: the tests that need it fail, the others run.
 */
export default async function buildWhatIsStale({ testPathPatterns }) {
  const { patterns } = testPathPatterns;
  if (patterns.length > 0 && !patterns.some((pattern) => LOOKS_AT_BUILD.test(pattern))) return;
  const { PARTS, buildPart, isStale } = await tsImport('./build-parts.ts', import.meta.url);
  for (const part of PARTS.filter(isStale)) {
    await buildPart(part).catch((error) => process.stderr.write(`${error.message}\n`));
  }
}
