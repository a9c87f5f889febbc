/** Screens and the two kinds of scheme that lead from a project and an issue type to a screen. */
import { z } from 'zod';

const tabSchema = z.object({ id: z.string(), name: z.string(), fieldIds: z.array(z.string()) });

export const screenSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().default(''),
  tabs: z.array(tabSchema),
});

/** Screen ids by operation; `default` stands in for those that are not there. */
export const screenSchemeSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  screens: z.object({
    default: z.string(),
    create: z.string().optional(),
    edit: z.string().optional(),
    view: z.string().optional(),
  }),
});

/** Screen schemes by issue type; the default one is for the types that have no mapping. */
export const issueTypeScreenSchemeSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  defaultScreenSchemeId: z.string(),
  mappings: z.array(z.object({ issueTypeId: z.string(), screenSchemeId: z.string() })),
});

export type Screen = z.infer<typeof screenSchema>;
export type ScreenTab = z.infer<typeof tabSchema>;
export type ScreenScheme = z.infer<typeof screenSchemeSchema>;
export type IssueTypeScreenScheme = z.infer<typeof issueTypeScreenSchemeSchema>;
