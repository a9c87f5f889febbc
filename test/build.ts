import { buildPart, PARTS } from './build-parts';

/** `npm run build [-- app screens shell]`: the app's bundle, its screens and the sandbox's page, into `build/`. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) throw new Error(`There is no part called ${unknown.join(', ')}.`);

for (const part of PARTS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const started = performance.now();
  await buildPart(part);
  console.log(`built ${part.name} (${part.output}) in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
