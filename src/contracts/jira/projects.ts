import { z } from 'zod';

/** GET /rest/api/3/project/{projectIdOrKey} */
export const oneProject = z.object({ key: z.string().min(1), name: z.string() });

/** GET /rest/api/3/project/search */
export const foundProjects = z.object({ values: z.array(oneProject) });
