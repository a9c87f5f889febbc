import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { runNode } from './run-node';
import { createScratchApps, root } from './scratch-app';

const linter = resolve(root, '../shared/tools/manifest-check.mjs');
const contracts = resolve(root, '../shared/contracts');
const apps = await createScratchApps();
const describeLinter = existsSync(linter) ? describe : describe.skip;

afterAll(() => apps.remove());

describeLinter("Atlassian's linters, offline (../shared/tools/manifest-check.mjs)", () => {
  it('find nothing wrong with the app', async () => {
    const answer = await runNode(linter, root, '--contracts', contracts, '--json');
    expect(answer).toEqual({ code: 0, output: [] });
  }, 240_000);

  it('find a package whose scope the app does not ask for', async () => {
    const source = "import { kvs } from '@forge/kvs';\n\nexport const macroExport = () => kvs.get('head');\n";
    const { code, output } = await runNode(
      linter,
      await apps.withSource('- storage:app', '- read:jira-user', source),
      '--json',
    );
    expect(code).toBe(1);
    expect(output).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: "@forge/kvs is imported but permissions.scopes lacks 'storage:app'",
      }),
    );
  });
});
