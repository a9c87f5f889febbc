import { afterAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { functionKeys, functionsOf } from './function-keys';
import { runNode } from './run-node';
import { createScratchApps, root } from './scratch-app';

const apps = await createScratchApps();
const manifest = await readFile(join(root, 'manifest.yml'), 'utf8');

afterAll(() => apps.remove());

/** The names that a module re-exports; a statement that does anything else is answered as it stands. */
async function exportsOf(path: string): Promise<readonly string[]> {
  const file = ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.ES2022);
  return file.statements
    .flatMap((statement) =>
      ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => name.text)
        : [statement.getText(file)],
    )
    .sort();
}

describe("Atlassian's validation of the manifest", () => {
  it('finds nothing in manifest.yml, and finds each fault of a broken copy', async () => {
    const broken = await Promise.all([
      apps.withManifest('function: workflowGate', 'function: nobody'),
      apps.withManifest('panel: panel.html', 'panel: missing.html'),
      apps.withManifest('- write:jira-work', '- write:jira-everything'),
    ]);
    const { output } = await runNode(join(import.meta.dirname, 'validate-manifest.mjs'), root, ...broken);
    expect(output).toEqual([
      [],
      ["jira:workflowValidator references undefined function module with key 'nobody'"],
      ["missing resource entry file 'build/static/missing.html' referenced by jira:issuePanel module"],
      [
        "Invalid 'scopes' permission in the manifest.yml file - 'write:jira-everything'. Learn more about permissions at: https://go.atlassian.com/forge-permissions.",
      ],
    ]);
  });
});

describe('the functions of the manifest', () => {
  it('are the exports of src/index.ts, one for one', async () => {
    expect(await exportsOf(join(root, 'src/index.ts'))).toEqual(functionKeys(manifest));
  });

  it('have the handlers of the same name', () => {
    const functions = functionsOf(manifest);
    expect(functions.map(({ handler }) => handler)).toEqual(functions.map(({ key }) => `index.${key}`));
  });
});
