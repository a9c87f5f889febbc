import { load } from 'cheerio/slim';
import { build } from 'esbuild';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { readFile, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from './content-security-policy';
import type { AppManifest, AppModule } from './manifest';
import { isRuleScreen, ruleScreens } from './rule-screens';
import { themeStyles } from './theme-styles';

export interface UiHosting {
  /** To be mounted at `/sandbox/ui`. */
  readonly app: Hono;
}

interface Resource {
  readonly root: string;
  /** File name of the entry page below `root`. */
  readonly entry: string;
}

const BRIDGE_PATH = '/sandbox/ui/-/bridge.js';

/**
 * `resource: ui/panel` is the entry `panel` of the resource `ui`; `resource: ui` is its index.html. A workflow rule has up
 * to three resources: `key.create`, `key.edit` and `key.view` (a module key has no dot).
 */
function findResource(manifest: AppManifest, appDir: string, name: string): Resource | undefined {
  const [moduleKey, screen] = name.split('.');
  const module = manifest.modules.find(({ key, type }) => type !== 'function' && key === moduleKey);
  const [resourceKey, entryKey] = module === undefined ? [] : (resourceOf(module, screen)?.split('/') ?? []);
  const resource = manifest.resources.find(({ key }) => key === resourceKey);
  const entry = entryKey === undefined ? 'index.html' : resource?.entry?.[entryKey];
  return resource === undefined || entry === undefined ? undefined : { root: resolve(appDir, resource.path), entry };
}

function resourceOf(module: AppModule, screen: string | undefined): string | undefined {
  if (screen === undefined) return 'resource' in module ? module.resource : undefined;
  return isRuleScreen(screen) ? ruleScreens(module)[screen] : undefined;
}

async function readInside(root: string, path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    const file = await realpath(join(root, path));
    const inside = !relative(await realpath(root), file).startsWith(`..${sep}`);
    return inside ? Buffer.from(await readFile(file)) : undefined;
  } catch {
    // Not there, or a directory.
    return undefined;
  }
}

function withBridge(html: string): string {
  const page = load(html, { xml: { xmlMode: false } });
  const script = `<script src="${BRIDGE_PATH}"></script>`;
  if (page('head').length === 0) {
    return `${script}${html}`;
  }
  page('head').prepend(script);
  return page.html();
}

async function bundleBridge(): Promise<string> {
  const entry = fileURLToPath(new URL('./bridge-client.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  return outputFiles[0]?.text ?? '';
}

/**
 * Serves the Custom UI of the app under the restrictions of Atlassian's CDN: its own content security policy, and the
 * bridge as the only way to the host. A shell shows it from `http://ui.localhost:<port>`, which is another origin than
 * its own, as on Atlassian.
 */
export function createUiHosting(manifest: AppManifest, appDir: string, baseUrl: () => string): UiHosting {
  const app = new Hono();
  let bridge: Promise<string> | undefined;

  app.get('/-/bridge.js', async (context) => {
    bridge ??= bundleBridge();
    return context.body(await bridge, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  app.get('/-/theme.css', (context) => context.body(themeStyles(), 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/:moduleKey/*', async (context) => {
    const moduleKey = context.req.param('moduleKey');
    const resource = findResource(manifest, appDir, moduleKey);
    if (resource === undefined) {
      return context.json({ message: `The manifest declares no module ${moduleKey} with a resource.` }, 404);
    }
    const asked = decodeURIComponent(new URL(context.req.url).pathname).slice(`/sandbox/ui/${moduleKey}/`.length);
    if (asked === '' && resource.entry.includes('/')) {
      return context.redirect(`/sandbox/ui/${moduleKey}/${resource.entry}`);
    }
    const path = asked === '' ? resource.entry : asked;
    const content = await readInside(resource.root, path);
    if (content === undefined) {
      const hint = path === resource.entry ? ' Is the front end of the app built?' : '';
      return context.json({ message: `The resource of module ${moduleKey} has no file ${path}.${hint}` }, 404);
    }
    if (!path.endsWith('.html')) {
      return context.body(content, 200, { 'Content-Type': getMimeType(path) ?? 'application/octet-stream' });
    }
    const html = content.toString('utf8');
    const siteOrigin = new URL(baseUrl()).origin;
    const { port } = new URL(baseUrl());
    const shellOrigins = [siteOrigin, `http://127.0.0.1:${port}`, `http://localhost:${port}`];
    const policy = contentSecurityPolicy({ html, permissions: manifest.permissions, siteOrigin, shellOrigins });
    return context.html(withBridge(html), 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
  });
  return { app };
}
