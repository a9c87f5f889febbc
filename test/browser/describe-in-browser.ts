import { describe } from '@jest/globals';
import { findChromium } from './find-chromium';

/**
 * `describe` for tests that need a browser. On a machine without one they are reported as skipped, each by its name;
 * with CI=true they run all the same, and fail.
 */
export const describeInBrowser =
  findChromium() === undefined && process.env['CI'] !== 'true' ? describe.skip : describe;
