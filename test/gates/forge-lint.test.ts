import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runNode } from './run-node';
import { createScratchApps, root } from './scratch-app';

const linter = resolve(root, '../shared/tools/manifest-check.mjs');
const contracts = resolve(root, '../shared/contracts');
const apps = await createScratchApps();
const describeLinter = existsSync(linter) ? describe : describe.skip;

afterAll(() => apps.remove());

describeLinter("Atlassian's linters, offline (../shared/tools/manifest-check.mjs)", () => {
  it('find nothing wrong with the app, and find a package whose scope another app does not ask for', async () => {
    const source = "import { kvs } from '@forge/kvs';\n\nexport const macroExport = () => kvs.get('head');\n";
    const folders = [await apps.alone(), await apps.withSource('- storage:app', '- read:jira-user', source)];
    const { output } = await runNode(join(import.meta.dirname, 'lint-apps.mjs'), linter, contracts, ...folders);
    expect(output).toEqual([
      { code: 0, findings: [] },
      {
        code: 1,
        findings: expect.arrayContaining([
          expect.objectContaining({
            level: 'error',
            message: "@forge/kvs is imported but permissions.scopes lacks 'storage:app'",
          }),
        ]),
      },
    ]);
  }, 240_000);
});
