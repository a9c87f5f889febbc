import { describe, expect, it } from '@jest/globals';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../../sandbox/clock';
import { buildApp } from '../../../sandbox/forge/build-app';
import { loadApp } from '../../../sandbox/forge/load-app';
import { readManifest } from '../../../sandbox/forge/manifest';
import { buildFixture, readFixtureManifest } from './build-fixture';

const NO_FORGE = { runtime: () => undefined, fetch: () => Promise.reject(new Error('no platform')) };

async function changed(from: string, to: string): Promise<string> {
  const manifest = await readFixtureManifest();
  expect(manifest).toContain(from);
  return manifest.replace(from, to);
}

describe('a manifest', () => {
  it('is read with its modules, scopes and entities', async () => {
    const manifest = readManifest(await readFixtureManifest());
    expect(manifest.appId).toBe('11111111-2222-4333-8444-555555555555');
    expect([...manifest.scopes]).toEqual([
      'read:jira-work',
      'manage:jira-configuration',
      'storage:app',
      'read:page:confluence',
    ]);
    expect(manifest.entities.get('vote')?.indexes).toEqual([
      { name: 'voter', partition: [], range: 'voter' },
      { name: 'by-issue', partition: ['issue'], range: 'weight' },
    ]);
  });

  it.each([
    ['a module type', '  scheduledTrigger:', '  rovo:agent:', 'does not support the module type rovo:agent'],
    [
      'a validator with an expression that only Atlassian can evaluate',
      '      function: gate',
      '      expression: "try { return true; } catch (e) { return false; }"',
      'The sandbox does not support try and catch in a Jira expression.',
    ],
    ['an event filter', 'ignoreSelf: true', 'expression: "event.x"', 'Unrecognized key: "expression"'],
    ['a scope', 'read:page:confluence', 'read:board-scope:jira-software', 'does not know the scope'],
    ['licensing', '  runtime:', '  licensing:\n    enabled: true\n  runtime:', 'Unrecognized key: "licensing"'],
    ['a native page', '      icon: https://example.com/icon.svg', '      render: native', 'Unrecognized key: "render"'],
  ])('is refused by name for %s that the host does not support', async (_what, from, to, message) => {
    const manifest = await changed(from, to);
    expect(() => readManifest(manifest)).toThrow(message);
  });

  it('is refused when it asks for failed expressions without the scope for them', async () => {
    const manifest = await changed('    - manage:jira-configuration\n', '');
    expect(() => readManifest(manifest)).toThrow(
      'avi:jira:failed:expression needs the scope manage:jira-configuration.',
    );
  });

  it('is refused for a second action validator of one action, and for actions that are not documented', async () => {
    const second = '    - key: keep-type-too\n      action: workItemTypeChanged\n      expression: "true"\n';
    const twice = await changed('  jira:actionValidator:\n', `  jira:actionValidator:\n${second}`);
    expect(() => readManifest(twice)).toThrow(
      'An app has one jira:actionValidator for the action workItemTypeChanged.',
    );
    const other = await changed('action: workItemTypeChanged', 'action: workItemMoved');
    expect(() => readManifest(other)).toThrow('modules.jira:actionValidator.keep-type.action');
  });

  it('is refused for a validator that is both a function and an expression', async () => {
    const manifest = await changed('      function: gate\n', '      function: gate\n      expression: "true"\n');
    expect(() => readManifest(manifest)).toThrow('a validator has either a function or an expression');
  });

  it('is refused when a module names a function that is not declared', async () => {
    const manifest = await changed('      function: worker', '      function: walker');
    expect(() => readManifest(manifest)).toThrow(
      'Module worker names the function walker, which the manifest does not declare.',
    );
  });
});

describe('the time-out of a function', () => {
  it('may be longer for consumers and scheduled triggers only', async () => {
    const longer = (handler: string): Promise<string> =>
      changed(`handler: index.${handler}`, `handler: index.${handler}\n      timeoutSeconds: 120`);
    expect(readManifest(await longer('worker')).appId).toBe('11111111-2222-4333-8444-555555555555');
    const validator = await longer('gate');
    expect(() => readManifest(validator)).toThrow('Module gate names the function gate, which has timeoutSeconds.');
  });
});

describe('the bundle of an app', () => {
  it('is refused when it has no export for a handler of the manifest', async () => {
    const manifest = readManifest(await changed('handler: index.nightly', 'handler: index.daily'));
    await expect(loadApp(await buildFixture(), manifest, createClock(), NO_FORGE)).rejects.toThrow(
      'The handler index.daily of function nightly is not an export of src/index.ts.',
    );
  });

  it('is refused when the source does not build, with the reason', async () => {
    const appDir = await mkdtemp(join(tmpdir(), 'broken-app-'));
    await mkdir(join(appDir, 'src'));
    await writeFile(join(appDir, 'src', 'index.ts'), "export { gone } from './nowhere';\n");
    await expect(buildApp(appDir)).rejects.toThrow('Could not resolve "./nowhere"');
  });
});
