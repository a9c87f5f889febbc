import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';

/** Addresses that the page itself understands; every one of them is answered with `index.html`. */
const PAGES = ['/', '/browse/*', '/jira', '/jira/*', '/wiki', '/wiki/spaces', '/wiki/spaces/*', '/admin', '/admin/*'];

/** Only the page's own files run in it; styles are written by the design system at run time. */
const SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-src 'self' http://ui.localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * Serves the built page of the sandbox (`vite build --config sandbox/shell/vite.config.ts`) out of `directory`: its
 * assets, and `index.html` for the addresses that it draws itself. Everything else is left to the routes that follow.
 * Answers 503 and says what to do while the page has not been built.
 */
export function shellRoutes(directory: string): Hono {
  const app = new Hono();
  app.get('/shell-assets/*', async (c) => {
    const file = normalize(join(directory, decodeURIComponent(c.req.path)));
    if (!file.startsWith(normalize(directory) + sep)) return c.notFound();
    const content = await read(file);
    if (content === undefined) return c.notFound();
    return c.body(content, 200, {
      'content-type': getMimeType(file) ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  for (const page of PAGES) {
    app.get(page, async (c) => {
      const content = await read(join(directory, 'index.html'));
      if (content === undefined) return c.text('The page of the sandbox has not been built yet.', 503);
      return c.body(content, 200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': SECURITY_POLICY,
      });
    });
  }
  return app;
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return undefined;
  }
}
