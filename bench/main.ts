import { arch, cpus, platform } from 'node:os';
import { measureBundles } from './bundle-bench';
import { measureDecisions } from './decision-bench';
import { measureScreens } from './screens-bench';
import { tableOf, type Section } from './section';
import { measureTransitions } from './transition-bench';

/** `npm run bench [-- bundle decision transition screens] [--json]`: the app's figures beside those of alternatives, measured here and now. */
const SECTIONS: Readonly<Record<string, () => Promise<Section>>> = {
  bundle: measureBundles,
  decision: measureDecisions,
  transition: measureTransitions,
  screens: measureScreens,
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const json = process.argv.includes('--json');
const unknown = asked.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) throw new Error(`There is no benchmark called ${unknown.join(', ')}.`);

const sections: Section[] = [];
for (const [name, measure] of Object.entries(SECTIONS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const section = await measure();
  sections.push(section);
  if (!json) console.log(`${tableOf(section)}\n`);
}

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${platform()} ${arch()}`;
if (json) console.log(JSON.stringify({ node: process.version, machine, sections }, null, 2));
else console.log(`Node ${process.version} on ${machine}.`);
