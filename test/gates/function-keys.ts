import { parse } from 'yaml';
import { z } from 'zod';

const manifestSchema = z.object({
  modules: z.object({ function: z.array(z.object({ key: z.string(), handler: z.string() })) }),
});

/** The `modules.function` entries of a manifest.yml. */
export function functionsOf(manifest: string): readonly { readonly key: string; readonly handler: string }[] {
  return manifestSchema.parse(parse(manifest)).modules.function;
}

/** The keys of the functions that a manifest.yml declares, sorted. */
export function functionKeys(manifest: string): readonly string[] {
  return functionsOf(manifest)
    .map(({ key }) => key)
    .sort();
}
