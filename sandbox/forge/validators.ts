import { z } from 'zod';
import type { ValidatorAnswer, ValidatorCall, WorkflowExtensions } from '../platform';
import type { Outcome } from './invocation';
import { modulesOf, type AppManifest, type ModuleOf } from './manifest';
import type { SiteIdentity } from './site-identity';

type ValidatorModule = ModuleOf<'jira:workflowValidator'> & { readonly function: string };

const answerSchema = z.object({ result: z.boolean(), errorMessage: z.string().optional() });

function blocked(module: ValidatorModule, cause: string): ValidatorAnswer {
  const name = typeof module.name === 'string' ? module.name : module.name.i18n;
  // An expression for the message belongs to the expression form.
  const given = typeof module.errorMessage === 'string' ? module.errorMessage : undefined;
  return { result: false, errorMessage: given ?? `The validator "${name}" ${cause}.` };
}

function readAnswer(module: ValidatorModule, outcome: Outcome): ValidatorAnswer {
  if (outcome.kind !== 'returned') {
    return blocked(module, 'could not be run');
  }
  const parsed = answerSchema.safeParse(outcome.value);
  if (!parsed.success) {
    return blocked(module, 'did not answer yes or no');
  }
  const { result, errorMessage } = parsed.data;
  return result || errorMessage !== undefined
    ? { result, ...(errorMessage === undefined ? {} : { errorMessage }) }
    : blocked(module, 'refused the transition');
}

function isFunction(module: ModuleOf<'jira:workflowValidator'>): module is ValidatorModule {
  return module.function !== undefined;
}

/**
 * Runs function validators with exactly the documented argument and without a principal. What Jira does when the
 * function throws, times out or answers nonsense is not documented; here the transition is blocked.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
 */
export function createValidators(
  manifest: AppManifest,
  identity: SiteIdentity,
  run: (module: ValidatorModule, payload: unknown) => Promise<Outcome>,
): Pick<WorkflowExtensions, 'validate'> {
  return {
    validate: async ({ ruleArn, configuration, issue, transition }: ValidatorCall) => {
      const module = modulesOf(manifest, 'jira:workflowValidator')
        .filter(isFunction)
        .find(({ key }) => ruleArn === `${identity.extensionAri}/${key}`);
      if (module === undefined) {
        return undefined;
      }
      const { from, to, modifiedFields } = transition;
      const payload = {
        issue: { key: issue.key },
        configuration,
        transition: {
          from: { id: from.id },
          to: { id: to.id },
          ...(manifest.scopes.has('read:jira-work') ? { modifiedFields } : {}),
        },
      };
      return readAnswer(module, await run(module, payload));
    },
  };
}
