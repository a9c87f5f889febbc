import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Frame, type Page } from 'playwright-core';
import { z } from 'zod';

/** axe itself is a dependency of Deque's package for Playwright. */
const fromDeque = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
/** axe as a script: a page that starts every document with it need not be sent it each time. */
export const AXE = await readFile(fromDeque.resolve('axe-core/axe.min.js'), 'utf8');

/** What the page around a frame has for it, such as the landmark in which it stands: asked of the page only. */
const OF_THE_WHOLE_PAGE = ['bypass', 'landmark-one-main', 'page-has-heading-one', 'region'];

const axeViolations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** The rest of what axe tells would take longer on its way here than axe takes. */
const IN_SHORT =
  '({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }))';

/** Settled when no colour is on its way to another any more. A spinner turns for ever. */
const TRANSITIONS_END = `Promise.allSettled(
  document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished),
)`;

/**
 * What axe objects to, `rule: element | element`, in the page and in each of its frames. Each frame is looked at by
 * itself, so that the script is sent once for as long as the page stays, and no page is opened to put the parts together.
 * @param rules what to look for, by axe's names; everything when none is named
 */
export async function violations(page: Page, ...rules: readonly string[]): Promise<readonly string[]> {
  const found = [];
  for (const frame of page.frames()) found.push(...(await violationsIn(frame, rules)));
  return found;
}

async function violationsIn(frame: Frame, rules: readonly string[]): Promise<readonly string[]> {
  await frame.evaluate(TRANSITIONS_END);
  if (!(await frame.evaluate('"axe" in globalThis'))) await frame.evaluate(`${AXE}; undefined`);
  const options = {
    iframes: false,
    resultTypes: ['violations'],
    rules: Object.fromEntries(OF_THE_WHOLE_PAGE.map((rule) => [rule, { enabled: frame.parentFrame() === null }])),
    ...(rules.length > 0 && { runOnly: rules }),
  };
  const run = `axe.run(document, ${JSON.stringify(options)}).then(${IN_SHORT})`;
  const found = axeViolations.parse(await frame.evaluate(run));
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
