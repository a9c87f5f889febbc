import type { UnsaidCause, UnsaidRule } from '../domain/guards/guard';

const CAUSES: Readonly<Record<UnsaidCause, string>> = {
  'scored-risk': 'it depends on a risk that follows from scores',
  text: 'it depends on what is written in a text',
  votes: 'who approved is known to the app only',
  writers: 'who wrote a field is known to the app only',
  'only-warns': 'it only warns, and the app decides whether the reason will do',
  'too-long': 'too many people and groups hold its roles for one expression',
};

/** Why Jira cannot hold the acting person against a rule, as one sentence. */
export function unsaidText({ ruleId, because }: UnsaidRule): string {
  return `Jira cannot check the acting person for the rule "${ruleId}": ${CAUSES[because]}.`;
}
