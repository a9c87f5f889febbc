import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { shellRoutes } from '../../../sandbox/shell/serve';

function builtPage(): string {
  const directory = mkdtempSync(join(tmpdir(), 'shell-'));
  mkdirSync(join(directory, 'build/shell-assets'), { recursive: true });
  writeFileSync(join(directory, 'build/index.html'), '<title>page</title>');
  writeFileSync(join(directory, 'build/shell-assets/main.js'), 'let page;');
  writeFileSync(join(directory, 'secret.txt'), 'secret');
  return join(directory, 'build');
}

describe('the page of the sandbox', () => {
  it.each(['/', '/browse/CHG-1', '/jira/projects/CHG', '/wiki/spaces/LOG/pages/1', '/admin/change-admin'])(
    'is served at %s',
    async (path) => {
      const answer = await shellRoutes(builtPage()).request(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe('<title>page</title>');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    },
  );

  it.each(['/rest/api/3/myself', '/wiki/api/v2/pages', '/sandbox/people'])('leaves %s to the site', async (path) => {
    expect((await shellRoutes(builtPage()).request(path)).status).toBe(404);
  });

  it('serves its scripts with their type', async () => {
    const answer = await shellRoutes(builtPage()).request('/shell-assets/main.js');
    expect(await answer.text()).toBe('let page;');
    expect(answer.headers.get('content-type')).toContain('javascript');
  });

  it('does not leave its directory', async () => {
    const app = shellRoutes(builtPage());
    const paths = ['/shell-assets/..%2f..%2fsecret.txt', '/shell-assets/%2e%2e/%2e%2e/secret.txt'];
    const answers = await Promise.all(paths.map(async (path) => app.request(path)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('says so while it has not been built', async () => {
    expect((await shellRoutes('/nowhere').request('/')).status).toBe(503);
  });
});
