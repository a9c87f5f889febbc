import { view } from '@forge/bridge';
import { ruleApi, type RuleChoicesView } from '../../../src/contracts/api/rule-api';
import { type Result } from '../../../src/contracts/api/result';
import { savedConfiguration, type SavedConfiguration } from '../../../src/contracts/rule-configuration';
import { callBackend, NO_ANSWER } from '../bridge/call-backend';

/** Key of the module in manifest.yml that lets only some people make a transition; the other one is the gate. */
const PERSON_RULE = 'change-person-guard';

export interface OpenRule {
  readonly kind: 'gate' | 'person';
  readonly saved: SavedConfiguration;
  readonly choices: RuleChoicesView;
}

/** Which rule is open, what was saved with it, and what can be chosen. */
export async function readRule(): Promise<Result<OpenRule>> {
  const [context, choices] = await Promise.all([
    view.getContext().catch(() => undefined),
    callBackend('ruleChoices', ruleApi.ruleChoices, {}),
  ]);
  if (!choices.ok) return choices;
  if (context === undefined) {
    return { ok: false, error: { code: NO_ANSWER, message: 'Jira did not say which rule this is. Try again.' } };
  }
  const saved = savedConfiguration(context.extension['validatorConfig']);
  const kind = context.moduleKey === PERSON_RULE ? 'person' : 'gate';
  return { ok: true, value: { kind, saved, choices: choices.value } };
}
