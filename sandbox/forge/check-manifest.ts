/** What the modules of a manifest must be to each other and to its scopes. Every check throws a DeployRefusal. */
import { expressionProblem } from '../jira/expressions/expression-problems';
import { unusableSchema } from '../jira/fields/value-schema';
import { DeployRefusal } from './deploy-refusal';
import type { AppModule } from './manifest';

function referencedFunctions(module: AppModule): readonly string[] {
  switch (module.type) {
    case 'function':
      return [];
    case 'jira:actionValidator':
    case 'jira:customField':
      return [];
    case 'jira:workflowValidator':
      return [module.function, module.resolver?.function].filter((key) => key !== undefined);
    case 'trigger':
    case 'scheduledTrigger':
    case 'webtrigger':
    case 'consumer':
      return [module.function];
    case 'macro':
      return [module.resolver?.function, module.adfExport?.function].filter((key) => key !== undefined);
    default:
      return module.resolver === undefined ? [] : [module.resolver.function];
  }
}

/** @throws DeployRefusal: a longer time-out is for functions that only consumers and scheduled triggers name; anywhere else it is an error. */
export function checkTimeouts(modules: readonly AppModule[]): void {
  const background = ['consumer', 'scheduledTrigger'];
  for (const module of modules) {
    const longer = modules.find(
      (called) =>
        called.type === 'function' &&
        called.timeoutSeconds !== undefined &&
        referencedFunctions(module).includes(called.key),
    );
    if (longer !== undefined && !background.includes(module.type)) {
      throw new DeployRefusal(`Module ${module.key} names the function ${longer.key}, which has timeoutSeconds.`);
    }
  }
}

export function checkReferences(modules: readonly AppModule[]): void {
  const functions = new Set(modules.filter(({ type }) => type === 'function').map(({ key }) => key));
  const keys = modules.filter(({ type }) => type !== 'function').map(({ key }) => key);
  const doubled = keys.find((key, at) => keys.indexOf(key) !== at);
  if (doubled !== undefined) {
    throw new DeployRefusal(`The module key ${doubled} is used twice.`);
  }
  for (const module of modules) {
    const missing = referencedFunctions(module).find((key) => !functions.has(key));
    if (missing !== undefined) {
      throw new DeployRefusal(
        `Module ${module.key} names the function ${missing}, which the manifest does not declare.`,
      );
    }
  }
}

/** Rules that Jira evaluates, and what it shows of them. */
export function checkExpressions(modules: readonly AppModule[]): void {
  const actions = modules.flatMap((module) => (module.type === 'jira:actionValidator' ? [module.action] : []));
  const doubled = actions.find((action, at) => actions.indexOf(action) !== at);
  if (doubled !== undefined) {
    throw new DeployRefusal(`An app has one jira:actionValidator for the action ${doubled}.`);
  }
  for (const module of modules) {
    const described = 'configurationDescription' in module ? module.configurationDescription?.expression : undefined;
    const message =
      'errorMessage' in module && typeof module.errorMessage === 'object' ? module.errorMessage : undefined;
    const rule = 'expression' in module ? module.expression : undefined;
    const shown = message !== undefined && 'expression' in message ? message.expression : undefined;
    const formatter = module.type === 'jira:customField' ? module.view?.formatter.expression : undefined;
    for (const expression of [rule, shown, described, formatter]) {
      const problem = expression === undefined ? undefined : expressionProblem(expression);
      if (problem !== undefined) {
        throw new DeployRefusal(`Module ${module.key}: the expression ${JSON.stringify(expression)}: ${problem}`);
      }
    }
  }
}

/** https://developer.atlassian.com/platform/forge/events-reference/jira/#expression-evaluation-failed */
export function checkEventScopes(modules: readonly AppModule[], scopes: ReadonlySet<string>): void {
  const event = 'avi:jira:failed:expression';
  const listener = modules.find((module) => module.type === 'trigger' && module.events.includes(event));
  if (listener !== undefined && !scopes.has('manage:jira-configuration')) {
    throw new DeployRefusal(`Module ${listener.key}: the event ${event} needs the scope manage:jira-configuration.`);
  }
}

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#object-type */
export function checkFieldSchemas(modules: readonly AppModule[]): void {
  for (const module of modules) {
    if (module.type !== 'jira:customField' || module.schema === undefined) continue;
    const problem = unusableSchema(module.schema);
    if (problem !== undefined) throw new DeployRefusal(`Module ${module.key}: the schema: ${problem}`);
  }
}
