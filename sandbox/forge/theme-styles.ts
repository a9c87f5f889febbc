import { createRequire } from 'node:module';
import { z } from 'zod';

const THEMES = ['atlassian-light', 'atlassian-dark', 'atlassian-shape', 'atlassian-spacing', 'atlassian-typography'];

/**
 * The design tokens of `@atlaskit/tokens` as one stylesheet, which a Custom UI page gets from its host when it enables
 * theming. Its rules apply by the attributes `data-theme` and `data-color-mode` of the html element.
 * @see https://developer.atlassian.com/platform/forge/design-tokens-and-theming/
 */
export function themeStyles(): string {
  const requireFrom = createRequire(import.meta.url);
  return THEMES.map((theme) => {
    const module: unknown = requireFrom(`@atlaskit/tokens/dist/cjs/artifacts/themes/${theme}.js`);
    return z.object({ default: z.string() }).parse(module).default;
  }).join('\n');
}
