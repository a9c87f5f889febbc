import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { tableUnder } from '../site/authorization-table';
import { root } from './scratch-app';

const text = readFileSync(join(root, 'manifest.yml'), 'utf8');
const { modules, permissions, ...rest } = z
  .looseObject({
    modules: z.record(z.string(), z.array(z.looseObject({ key: z.string() }))),
    permissions: z.record(z.string(), z.unknown()),
  })
  .parse(parse(text));

const modulesOf = (type: string) => modules[type] ?? [];

describe('the ways into the app that the manifest opens', () => {
  it('are those of the table of who may call what', () => {
    const declared = Object.entries(modules).flatMap(([type, all]) => all.map(({ key }) => ({ type, key })));
    expect(declared.filter(({ type }) => type !== 'function').map(({ key, type }) => [key, type])).toEqual(
      tableUnder('Ways in').map(({ module, type }) => [module, type]),
    );
  });

  it('let nobody in who has no licence, or is not logged in', () => {
    expect(text).not.toMatch(/unlicensedAccess|anonymous/);
  });

  it('are the only ones: the app has no remote, sends nothing anywhere and takes no other permissions than scopes', () => {
    expect(Object.keys(rest).sort()).toEqual(['app', 'resources']);
    expect(Object.keys(permissions)).toEqual(['scopes']);
  });

  it('end in answers that are written down where anybody can call', () => {
    const response = z.object({ type: z.literal('static'), outputs: z.array(z.looseObject({ body: z.string() })) });
    const triggers = z.array(z.looseObject({ key: z.string(), response })).parse(modulesOf('webtrigger'));
    expect(triggers.map(({ key, response: { outputs } }) => [key, outputs.length])).toEqual([['deploy-gate', 9]]);
  });

  it('leave the fields of the app to the app', () => {
    const fields = modulesOf('jira:customField').map(({ key, readOnly, edit }) => [key, readOnly, edit]);
    expect(fields).toEqual([
      ['change-state', true, undefined],
      ['awaited-approvers', true, undefined],
    ]);
  });
});
