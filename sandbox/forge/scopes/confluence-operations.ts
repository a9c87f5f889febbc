/**
 * Operations of Confluence by the granular scopes that each needs: paths below `/wiki/api/v2` after Atlassian's OpenAPI
 * document of February 2025, and the v1 calls that v2 lacks (below `/wiki/rest/api`) after their documentation.
 */
export const CONFLUENCE_V2_OPERATIONS: Readonly<Record<string, string>> = {
  'read:page:confluence': `
    GET /pages
    GET /pages/{id}
    GET /pages/{id}/children
    GET /pages/{id}/labels
    GET /pages/{id}/operations
    GET /pages/{id}/properties
    GET /pages/{id}/properties/{property-id}
    GET /pages/{id}/versions
    GET /pages/{id}/versions/{version-number}
    GET /spaces/{id}/pages
  `,
  'write:page:confluence': `
    POST /pages
    PUT /pages/{id}
  `,
  'read:page:confluence write:page:confluence': `
    POST /pages/{id}/properties
    DELETE,PUT /pages/{id}/properties/{property-id}
  `,
  'delete:page:confluence': `
    DELETE /pages/{id}
  `,
  'read:space:confluence': `
    GET /spaces
    GET /spaces/{id}
    GET /spaces/{id}/permissions
    GET /spaces/{id}/properties
  `,
  'read:user:confluence': `
    POST /users-bulk
  `,
};

export const CONFLUENCE_V1_OPERATIONS: Readonly<Record<string, string>> = {
  'write:label:confluence': `
    DELETE,POST /content/{id}/label
  `,
  'read:content.permission:confluence': `
    POST /content/{id}/permission/check
  `,
  'read:content.restriction:confluence': `
    GET /content/{id}/restriction
  `,
  'write:content.restriction:confluence': `
    DELETE,POST,PUT /content/{id}/restriction
  `,
};
