import { execFile } from 'node:child_process';
import { root } from './scratch-app';

/**
 * Runs a program of Node's and answers its exit code and what it printed as JSON.
 * @throws Error with what it wrote to standard error when it printed nothing
 */
export function runNode(program: string, ...args: string[]): Promise<{ code: number; output: unknown }> {
  const env = { ...process.env, FORGE_LINT_ROOT: root, NODE_OPTIONS: '' };
  return new Promise((done, fail) => {
    // Compiling a schema makes much that is forgotten at once: with more room for it, far less time goes into clearing up.
    execFile(
      process.execPath,
      ['--max-semi-space-size=64', program, ...args],
      { cwd: root, env },
      (error, stdout, stderr) => {
        if (stdout === '') fail(new Error(stderr));
        else done({ code: error === null ? 0 : 1, output: JSON.parse(stdout) });
      },
    );
  });
}
