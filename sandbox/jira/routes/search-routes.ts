/** GET and POST /rest/api/3/search/jql */
import { Hono } from 'hono';
import type { JiraSite } from '../jira-site';
import type { JiraEnv } from '../request';

export function searchRoutes(_site: JiraSite): Hono<JiraEnv> {
  return new Hono<JiraEnv>();
}
