/**
 * `/rest/api/3/screenscheme`:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-schemes/
 */
import { Hono } from 'hono';
import { z } from 'zod';
import { administratorsOnly, checkedDescription, chosen, idInPath, readBody } from '../administration';
import type { JiraSite } from '../jira-site';
import { nestedPage } from '../paging';
import { badRequest } from '../refusal';
import { expansions, pageOf, readWindow } from '../request';
import type { JiraEnv } from '../request';
import * as schemes from '../screens/screen-schemes';
import type { ScreenScheme } from '../screens/screen-state';

/** A new scheme names its screens by number, an update by text: that is how the two are documented. */
const numberedScreen = z.number().int().transform(String);
const createSchema = z.strictObject({
  name: z.string(),
  description: z.string().nullish(),
  screens: z.strictObject({
    default: numberedScreen,
    create: numberedScreen.optional(),
    edit: numberedScreen.optional(),
    view: numberedScreen.optional(),
  }),
});
const updateSchema = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  screens: z
    .strictObject({
      default: z.string().nullish(),
      create: z.string().nullish(),
      edit: z.string().nullish(),
      view: z.string().nullish(),
    })
    .optional(),
});
type ScreenChanges = NonNullable<z.infer<typeof updateSchema>['screens']>;

export function screenSchemeRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.use('/screenscheme/*', administratorsOnly(site, 'Only Jira administrators can access screen schemes.'));
  routes.get('/screenscheme', (context) => {
    const expanded = expansions(context).includes('issueTypeScreenSchemes');
    const found = chosen(context, schemes.classicScreenSchemes(site)).map((scheme) => ({
      ...schemeView(scheme),
      ...(expanded ? { issueTypeScreenSchemes: nestedPage(usersOf(scheme)) } : {}),
    }));
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 25, 100)));
  });
  routes.post('/screenscheme', async (context) => {
    const { name, description, screens } = await readBody(context, createSchema);
    const details = { name, description: description ?? '', screens: withoutGaps(screens) };
    return context.json({ id: Number(schemes.createScreenScheme(site, details).id) }, 201);
  });
  routes.put('/screenscheme/:scheme', async (context) => {
    const scheme = schemes.requireScreenScheme(site, idInPath(context, 'scheme'));
    const { name, description, screens } = await readBody(context, updateSchema);
    const changed = changedScreens(scheme, screens ?? {});
    schemes.requireScreens(site, changed);
    if (description !== undefined) checkedDescription(description, 255);
    if (name !== undefined) scheme.name = schemes.checkedSchemeName(site, name, scheme);
    if (description !== undefined) scheme.description = description;
    scheme.screens = changed;
    return context.body(null, 204);
  });
  routes.delete('/screenscheme/:scheme', (context) => {
    schemes.deleteScreenScheme(site, schemes.requireScreenScheme(site, idInPath(context, 'scheme')));
    return context.body(null, 204);
  });
  return routes;

  function usersOf(scheme: ScreenScheme) {
    return schemes.schemesUsing(site, scheme).map(({ id, name, description }) => ({ id, name, description }));
  }
}

/** Null takes the screen of an operation away; the default screen cannot be taken away. */
function changedScreens({ screens }: ScreenScheme, changes: ScreenChanges): ScreenScheme['screens'] {
  if (changes.default === null) throw badRequest('A default screen is required.');
  const merged = { ...screens, ...changes };
  return withoutGaps({ ...merged, default: changes.default ?? screens.default });
}

function withoutGaps(screens: {
  readonly default: string;
  readonly create?: string | null | undefined;
  readonly edit?: string | null | undefined;
  readonly view?: string | null | undefined;
}): ScreenScheme['screens'] {
  const { create, edit, view } = screens;
  return {
    default: screens.default,
    ...(create == null ? {} : { create }),
    ...(edit == null ? {} : { edit }),
    ...(view == null ? {} : { view }),
  };
}

function schemeView({ id, name, description, screens }: ScreenScheme) {
  const numbers = Object.fromEntries(Object.entries(screens).map(([operation, screen]) => [operation, Number(screen)]));
  return { id: Number(id), name, description, screens: numbers };
}
