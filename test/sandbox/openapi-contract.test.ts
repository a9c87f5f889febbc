import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readContract } from './openapi-contract';

const folder = mkdtempSync(join(tmpdir(), 'contract-'));
const file = join(folder, 'contract.json');
writeFileSync(
  file,
  JSON.stringify({
    paths: {
      '/thing/{id}': {
        put: {
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
            { name: 'sort', in: 'query', required: true, schema: { type: 'string', enum: ['up', 'down'] } },
            { name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'integer' } } },
            { name: 'deep', in: 'query', schema: { type: 'boolean' } },
          ],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          responses: {},
        },
      },
    },
    components: { schemas: { Thing: { type: 'object', properties: { name: { type: 'string' } } } } },
  }),
);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const problems = (path: string, body: unknown, closed = false) =>
  readContract(file, { closed }).operation('PUT', path).requestProblems(body);

describe('a request against an OpenAPI document', () => {
  it('passes where it is as described', () => {
    expect(problems('/thing/7?sort=up&ids=1&ids=2&deep=true', { name: 'x' }, true)).toEqual([]);
  });

  it.each([
    ['/thing/7?sort=up&size=1', { name: 'x' }, 'the parameter size is not documented'],
    ['/thing/7', { name: 'x' }, 'sort is missing'],
    ['/thing/7?sort=sideways', { name: 'x' }, 'sort cannot be sideways'],
    ['/thing/7?sort=up&ids=1&ids=two', { name: 'x' }, 'ids cannot be two'],
    ['/thing/7?sort=up&deep=1', { name: 'x' }, 'deep cannot be 1'],
    ['/thing/seven?sort=up', { name: 'x' }, '{id} cannot be seven'],
    ['/thing/7?sort=up', undefined, 'the body is missing'],
    ['/thing/7?sort=up', { name: 7 }, '/name must be string'],
  ])('does not pass: %s with %j', (path, body, problem) => {
    expect(problems(path, body)).toEqual([problem]);
  });

  it('does not pass with a name that is none of those listed, where that is asked', () => {
    expect(problems('/thing/7?sort=up', { nam: 'x' })).toEqual([]);
    expect(problems('/thing/7?sort=up', { nam: 'x' }, true)).toEqual([' must NOT have additional properties']);
  });

  it('is not described where the document has no such path', () => {
    expect(() => problems('/things', undefined)).toThrow('The contract has no path /things');
  });
});
