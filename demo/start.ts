import { join, resolve } from 'node:path';
import { createSite } from '../sandbox';
import { buildPart, isStale, PARTS } from '../test/build-parts';
import { govern } from './govern';
import { seedChanges } from './seeded-changes';
import { serveLocalSite } from './serve-local-site';
import { siteSeed } from './site-seed';
import { writeSpaceHome } from './space-home';

/**
 * `npm start [-- --fresh] [--port 8080]`: builds what is stale, starts the local site with its seeded changes, and prints
 * where it is. The site is kept in `.sandbox/` across restarts; `--fresh` starts anew.
 */
const root = resolve(import.meta.dirname, '..');
const fresh = process.argv.includes('--fresh');
const port = portOf(process.argv);

for (const part of PARTS.filter(isStale)) {
  console.log(`Building the ${part.name} …`);
  await buildPart(part);
}

const site = await createSite({
  appDir: root,
  bundle: join(root, 'build/app.cjs'),
  seed: siteSeed,
  dataDir: join(root, '.sandbox'),
  fresh,
  liveClock: true,
});
if (await isNew()) {
  console.log('Filling the site with a few changes …');
  await govern(site, 'GEN');
  await seedChanges(site);
  await writeSpaceHome(site);
}

const served = await serveLocalSite(site, port);
console.log(`\nChange Control is running on a local Jira and Confluence:\n\n  ${served.url}\n\nStop it with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void served
      .close()
      .then(() => site.close())
      .then(() => process.exit(0));
  });
}

/** A site that was kept from before has changes in it already. */
async function isNew(): Promise<boolean> {
  const request = new Request(new URL('/rest/api/3/issue/CHG-1?fields=id', site.baseUrl()), {
    headers: { authorization: `Basic ${Buffer.from('priya@northwind.example:sandbox').toString('base64')}` },
  });
  return (await site.fetch(request)).status === 404;
}

function portOf(args: readonly string[]): number {
  const given = args[args.indexOf('--port') + 1];
  return args.includes('--port') && given !== undefined ? Number(given) : 8080;
}
