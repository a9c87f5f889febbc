/** Takes names, addresses and pictures of people out of what Jira hands to apps; what stays of a person is the account id. */

/** The same value with every user object (one with an `accountId`) reduced to `{accountId}`. */
export function withoutPersonalData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPersonalData);
  if (typeof value !== 'object' || value === null) return value;
  if ('accountId' in value && 'accountType' in value) return { accountId: value.accountId };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutPersonalData(entry)]));
}
