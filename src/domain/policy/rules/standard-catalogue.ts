import type { RuleKind } from '../rule';

/** A standard change is made from an entry of the catalogue, named by its id or its title. */
export const standardCatalogue: RuleKind<'standard-catalogue'> = {
  kind: 'standard-catalogue',
  evaluate: (_rule, { policy, facts }) => {
    const fact = facts.fields.standardTemplate;
    if (fact.state === 'unknown') {
      return [
        {
          met: 'unknown',
          reason: { code: 'field-unknown', field: 'standardTemplate', cause: fact.cause },
          remedy: { do: 'mend-lookup', cause: fact.cause },
        },
      ];
    }
    const wanted = fact.value?.trim().toLowerCase();
    const entry = policy.standardChanges.find(({ id, title }) =>
      [id, title].some((name) => name.toLowerCase() === wanted),
    );
    if (entry !== undefined) return [{ met: 'yes', reason: { code: 'in-catalogue', entry: entry.title } }];
    const entries = policy.standardChanges.map(({ title }) => title);
    return [
      {
        met: 'no',
        reason: { code: 'not-in-catalogue', entry: fact.value, entries },
        remedy: { do: 'choose-catalogue-entry', entries },
      },
    ];
  },
};
