import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const bundled = z.object({ bundle: z.string(), sdkImports: z.array(z.string()) });

/**
 * What `@forge/bundler` makes of the app in a folder: the path of one CommonJS file in a temporary folder that lives as
 * long as nobody removes it, and the parts of Atlassian's SDKs in use.
 * @throws Error with the bundler's message when the app does not build
 */
export async function bundleWithForge(appDir: string): Promise<z.infer<typeof bundled>> {
  const program = join(import.meta.dirname, 'forge-bundle.cjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: appDir });
  return bundled.parse(JSON.parse(stdout));
}
