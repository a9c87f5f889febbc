/** The HTTP side of Jira: who is asking, the routes of the REST API, and one form for every refusal. */
import { Hono } from 'hono';
import type { ProductEnv } from '../platform';
import type { JiraSite } from './jira-site';
import { JiraRefusal } from './refusal';
import type { JiraEnv } from './request';
import { fieldDeployment } from './fields/app-fields';
import { appFieldRoutes } from './routes/app-field-routes';
import { bulkRoutes } from './routes/bulk-routes';
import { commentRoutes } from './routes/comment-routes';
import { createMetaRoutes } from './routes/create-meta-routes';
import { expressionRoutes } from './routes/expression-routes';
import { fieldRoutes } from './routes/field-routes';
import { groupRoutes } from './routes/group-routes';
import { fieldContextRoutes } from './routes/field-context-routes';
import { fieldDefaultRoutes } from './routes/field-default-routes';
import { fieldOptionRoutes } from './routes/field-option-routes';
import { issueTypeRoutes } from './routes/issue-type-routes';
import { issueTypeSchemeRoutes } from './routes/issue-type-scheme-routes';
import { issueTypeScreenSchemeRoutes } from './routes/issue-type-screen-scheme-routes';
import { screenRoutes } from './routes/screen-routes';
import { screenSchemeRoutes } from './routes/screen-scheme-routes';
import { screenTabRoutes } from './routes/screen-tab-routes';
import { issueRoutes } from './routes/issue-routes';
import { linkRoutes } from './routes/link-routes';
import { permissionRoutes } from './routes/permission-routes';
import { projectRoutes } from './routes/project-routes';
import { roleRoutes } from './routes/role-routes';
import { propertyRoutes } from './routes/property-routes';
import { searchRoutes } from './routes/search-routes';
import { serverInfo } from './routes/server-info';
import { statusRoutes } from './routes/status-routes';
import { taskRoutes } from './routes/task-routes';
import { transitionRoutes } from './routes/transition-routes';
import { userRoutes } from './routes/user-routes';
import { workflowRoutes } from './routes/workflow-routes';
import { workflowSchemeMappingRoutes } from './routes/workflow-scheme-mapping-routes';
import { workflowSchemeProjectRoutes } from './routes/workflow-scheme-project-routes';
import { workflowSchemeRoutes } from './routes/workflow-scheme-routes';
import { workflowSchemeUpdateRoutes } from './routes/workflow-scheme-update-routes';
import { settleTasks } from './tasks/advance-tasks';

const API = '/rest/api/3';

/** The whole of Jira as one application that needs nothing but the actor of each request. */
export function createApp(site: JiraSite): Hono<ProductEnv> {
  const api = createApi(site);
  return new Hono<ProductEnv>().all('*', (context) => api.fetch(context.req.raw, context.env));
}

function createApi(site: JiraSite): Hono<JiraEnv> {
  const app = new Hono<JiraEnv>();
  const deployFields = fieldDeployment(site);
  app.get(`${API}/serverInfo`, (context) => context.json(serverInfo(site)));
  app.use('*', async (context, next) => {
    const { actor } = context.env;
    if (actor.kind === 'anonymous') {
      throw new JiraRefusal(401, ['Client must be authenticated to access this resource.']);
    }
    context.set('account', actor);
    deployFields();
    settleTasks(site);
    await next();
  });
  for (const routes of [
    userRoutes,
    groupRoutes,
    appFieldRoutes,
    fieldDefaultRoutes,
    fieldOptionRoutes,
    fieldContextRoutes,
    fieldRoutes,
    issueTypeRoutes,
    issueTypeSchemeRoutes,
    issueTypeScreenSchemeRoutes,
    screenRoutes,
    screenSchemeRoutes,
    screenTabRoutes,
    statusRoutes,
    workflowRoutes,
    workflowSchemeProjectRoutes,
    workflowSchemeUpdateRoutes,
    workflowSchemeRoutes,
    workflowSchemeMappingRoutes,
    taskRoutes,
    projectRoutes,
    roleRoutes,
    permissionRoutes,
    createMetaRoutes,
    searchRoutes,
    expressionRoutes,
    issueRoutes,
    bulkRoutes,
    transitionRoutes,
    commentRoutes,
    propertyRoutes,
    linkRoutes,
  ]) {
    app.route(API, routes(site));
  }
  app.notFound((context) => {
    const { method, path } = context.req;
    return path.startsWith('/rest/')
      ? context.json({ errorMessages: [`Not supported by this sandbox: ${method} ${path}`], errors: {} }, 501)
      : context.json({ errorMessages: [`Jira has no ${path}`], errors: {} }, 404);
  });
  app.onError((error, context) => {
    if (!(error instanceof JiraRefusal)) throw error;
    return context.json({ errorMessages: error.errorMessages, errors: error.errors }, error.status);
  });
  return app;
}
