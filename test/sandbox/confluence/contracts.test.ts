import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  ContentPropertySchema,
  PageContentPropertiesSchema,
  PageDirectChildrenSchema,
  PageLabelsSchema,
  PageSchema,
  PagesSchema,
  PageVersionsSchema,
  SpaceSchema,
  SpacesSchema,
} from 'confluence.js/v2';
import { LabelArraySchema, UserSchema } from 'confluence.js/v1';
import Ajv from 'ajv-draft-04';
import { z } from 'zod';
import { adf, TestSite } from './confluence-site';

/** Every kind of answer, by the path of the OpenAPI document, with the schema that confluence.js reads it with. */
async function answers(): Promise<
  readonly { name: string; method: string; path: string; body: unknown; schema: z.ZodType }[]
> {
  const site = new TestSite().seeded();
  const spaceId = await site.spaceId('OPEN');
  const parent = await site.page('2026');
  const id = await site.page('Log', { parentId: parent });
  const page = `/wiki/api/v2/pages/${id}`;
  const property = await site.call('editor', 'POST', `${page}/properties`, { key: 'k', value: { a: 1 } });
  const label = await site.call('editor', 'POST', `/wiki/rest/api/content/${id}/label`, { name: 'log' });
  const created = await site.call('editor', 'POST', '/wiki/api/v2/pages', {
    spaceId,
    parentId: parent,
    title: 'Another',
    body: adf('x'),
  });
  const read = async (path: string) => (await site.call('viewer', 'GET', path)).body;
  const all = '?body-format=atlas_doc_format&include-labels=true&include-properties=true&include-versions=true';
  return [
    { name: 'spaces', method: 'get', path: '/spaces', body: await read('/wiki/api/v2/spaces'), schema: SpacesSchema },
    {
      name: 'a space',
      method: 'get',
      path: '/spaces/{id}',
      body: await read(`/wiki/api/v2/spaces/${spaceId}`),
      schema: SpaceSchema,
    },
    {
      name: 'pages',
      method: 'get',
      path: '/pages',
      body: await read(`/wiki/api/v2/pages?id=${id}&body-format=atlas_doc_format`),
      schema: PagesSchema,
    },
    { name: 'a page', method: 'get', path: '/pages/{id}', body: await read(page + all), schema: PageSchema },
    { name: 'a created page', method: 'post', path: '/pages', body: created.body, schema: PageSchema },
    {
      name: 'versions',
      method: 'get',
      path: '/pages/{id}/versions',
      body: await read(`${page}/versions`),
      schema: PageVersionsSchema,
    },
    {
      name: 'children',
      method: 'get',
      path: '',
      body: await read(`/wiki/api/v2/pages/${parent}/direct-children`),
      schema: PageDirectChildrenSchema,
    },
    {
      name: 'properties',
      method: 'get',
      path: '/pages/{page-id}/properties',
      body: await read(`${page}/properties`),
      schema: PageContentPropertiesSchema,
    },
    {
      name: 'a property',
      method: 'post',
      path: '/pages/{page-id}/properties',
      body: property.body,
      schema: ContentPropertySchema,
    },
    {
      name: 'labels',
      method: 'get',
      path: '/pages/{id}/labels',
      body: await read(`${page}/labels`),
      schema: PageLabelsSchema,
    },
    { name: 'v1 labels', method: 'get', path: '', body: label.body, schema: LabelArraySchema },
    { name: 'v1 user', method: 'get', path: '', body: await read('/wiki/rest/api/user/current'), schema: UserSchema },
  ];
}

describe('answers of Confluence', () => {
  it('are what confluence.js expects', async () => {
    const wrong = (await answers()).filter(({ schema, body }) => !schema.safeParse(body).success);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('would be noticed if they were wrong', () => {
    expect(PageSchema.safeParse({ id: 7 }).success).toBe(false);
  });
});

const CONTRACT = new URL('../../../../shared/contracts/confluence-v2.2025-02-04.patched.json', import.meta.url);
const describeContract = existsSync(CONTRACT) ? describe : describe.skip;

const documentSchema = z.object({
  components: z.unknown(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        responses: z.record(
          z.string(),
          z.object({
            content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).optional(),
          }),
        ),
      }),
    ),
  ),
});

/** What the document finds wrong with the body of a 200 answer; empty when nothing. */
function problems(method: string, path: string, body: unknown): readonly string[] {
  const { components, paths } = documentSchema.parse(JSON.parse(readFileSync(CONTRACT, 'utf8')));
  const schema = paths[path]?.[method]?.responses['200']?.content?.['application/json']?.schema;
  if (schema === undefined) throw new Error(`The document does not describe ${method} ${path}`);
  const ajv = new Ajv({ strict: false, logger: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile({ ...schema, components });
  return validate(body) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

describeContract('against shared/contracts/confluence-v2.2025-02-04.patched.json', () => {
  it('answers as the document describes', async () => {
    const found = (await answers())
      .filter(({ path }) => path !== '')
      .map(({ name, method, path, body }) => ({ name, problems: problems(method, path, body) }));
    expect(found.filter((each) => each.problems.length > 0)).toEqual([]);
    expect(found.map(({ name }) => name)).toContain('a page');
  });

  it('would be noticed if an answer were wrong', () => {
    expect(problems('get', '/pages', { results: [{ id: 7 }] })).toEqual(['/results/0/id must be string']);
  });
});
