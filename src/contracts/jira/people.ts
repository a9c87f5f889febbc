import { z } from 'zod';

const group = z.object({ name: z.string(), groupId: z.string().min(1) });

/** GET /rest/api/3/user/groups */
export const groupsOfUser = z.array(z.object({ groupId: z.string().min(1) }));

/** GET /rest/api/3/group/member */
export const groupMembers = z.object({
  isLast: z.boolean().optional(),
  values: z.array(
    z.object({ accountId: z.string().min(1), accountType: z.string().optional(), active: z.boolean().optional() }),
  ),
});

export type GroupMembers = z.infer<typeof groupMembers>;

/** GET /rest/api/3/user/search */
export const foundUsers = z.array(
  z.object({
    accountId: z.string().min(1),
    displayName: z.string(),
    accountType: z.string().optional(),
    active: z.boolean().optional(),
  }),
);

/** GET /rest/api/3/user */
export const oneUser = z.object({ accountType: z.string().optional() });

/** GET /rest/api/3/project/{projectIdOrKey}/role/{id} */
export const projectRole = z.object({
  actors: z
    .array(
      z.object({
        actorUser: z.object({ accountId: z.string().min(1) }).optional(),
        actorGroup: z.object({ groupId: z.string().min(1) }).optional(),
      }),
    )
    .optional(),
});

/** GET /rest/api/3/role */
export const projectRoleList = z.array(z.object({ id: z.number(), name: z.string() }));

/** GET /rest/api/3/user/bulk */
export const usersInBulk = z.object({
  values: z.array(z.object({ accountId: z.string().min(1), displayName: z.string() })),
});

/** GET /rest/api/3/groups/picker */
export const foundGroups = z.object({ groups: z.array(group) });

/** GET /rest/api/3/group/bulk */
export const groupsInBulk = z.object({ values: z.array(group), isLast: z.boolean().optional() });

/** POST /rest/api/3/permissions/check */
export const permissionGrants = z.object({ globalPermissions: z.array(z.string()) });
