import { CHANGE_FIELDS } from '../../domain/change/change-field';
import type { Policy } from '../../domain/policy/policy';
import { FIELD_TITLES, isChangeField } from '../field-titles';
import { broken, missing, missingOf, repeated, type BrokenReference } from './broken-reference';
import { inCondition } from './condition-references';
import type { KnownInPolicy } from './known-in-policy';
import { termCycles } from './term-cycles';

/** What the words of a policy (risk levels, fields, terms) refer to that is not there, and names that are taken. */
export function inWords(policy: Policy, known: KnownInPolicy): readonly BrokenReference[] {
  return [
    ...inRisk(policy, known),
    ...inOwnFields(policy),
    ...missingOf(policy.materialFields, known.fields, ['materialFields']),
    ...policy.terms.flatMap(({ means, definedIn }, index) => [
      ...inCondition(means, known, ['terms', index, 'means']),
      ...missing(definedIn, known.clauses, ['terms', index, 'definedIn']),
    ]),
    ...termCycles(policy.terms),
    ...inProjects(policy),
    ...inCondition(policy.scope.when, known, ['scope', 'when']),
  ];
}

/**
 * Keys of projects that no project can have: under them the policy would govern nothing, and say so to nobody.
 * @see https://support.atlassian.com/jira-cloud-administration/docs/change-the-key-of-a-project/
 */
function inProjects({ scope }: Policy): readonly BrokenReference[] {
  return (scope.projects ?? []).flatMap((key, index) =>
    /^[A-Z][A-Z0-9_]+$/.test(key)
      ? []
      : [broken(['scope', 'projects', index], `"${key}" is no key of a Jira project.`, 'Write it in capitals: CHG.')],
  );
}

function inRisk({ risk }: Policy, known: KnownInPolicy): readonly BrokenReference[] {
  const levels = repeated(risk.levels, (index) => ['risk', 'levels', index], true);
  if (risk.how === 'asked') return levels;
  const { bands, dimensions } = risk;
  return [
    ...levels,
    ...dimensions.flatMap(({ field }, index) => missing(field, known.fields, ['risk', 'dimensions', index, 'field'])),
    ...repeated(
      dimensions.map(({ field }) => field),
      (index) => ['risk', 'dimensions', index, 'field'],
    ),
    ...dimensions.flatMap(({ scores }, index) => {
      const options = Object.keys(scores);
      return repeated(options, (option) => ['risk', 'dimensions', index, 'scores', options[option] ?? ''], true);
    }),
    ...bands.flatMap(({ level }, index) => missing(level, known.levels, ['risk', 'bands', index, 'level'])),
    ...bands.flatMap(({ from }, index) =>
      from > (bands[index - 1]?.from ?? -Infinity)
        ? []
        : [broken(['risk', 'bands', index, 'from'], 'Each band starts at a higher score than the one before it.')],
    ),
  ];
}

/** A field is found in Jira by its title, so no two may have the same one. */
function inOwnFields({ fields }: Policy): readonly BrokenReference[] {
  const titles = [...CHANGE_FIELDS.map((id) => FIELD_TITLES[id]), ...fields.map(({ title }) => title)];
  const own = (index: number) => index - CHANGE_FIELDS.length;
  return [
    ...fields.flatMap(({ id }, index) => {
      const path = ['fields', index, 'id'];
      if (isChangeField(id)) return [broken(path, `Every change has a field "${id}" already.`)];
      return id === 'requesters' ? [broken(path, '"requesters" stands for the people who asked for the change.')] : [];
    }),
    ...repeated(titles, (index) => ['fields', own(index), 'title'], true),
  ];
}
