import { describe, expect, it } from '@jest/globals';
import { callerContext, issueCallerContext } from '../../src/contracts/caller-context';

describe('who calls a resolver', () => {
  it('is the account of the invocation, on the issue of the panel', () => {
    const context = { accountId: 'ann', extension: { type: 'jira:issuePanel', issue: { id: '10001', key: 'CHG-1' } } };
    expect(issueCallerContext.parse(context)).toEqual({ accountId: 'ann', issue: { id: '10001', key: 'CHG-1' } });
  });

  it.each([
    ['no account', { extension: { issue: { id: '10001', key: 'CHG-1' } } }],
    ['an empty account', { accountId: '' }],
    ['nothing', undefined],
    ['the name of everybody who is not logged in', { accountId: 'unidentified' }],
    ['no licence', { accountId: 'ann', accountType: 'unlicensed' }],
    ['a customer', { accountId: 'ann', accountType: 'customer' }],
    ['a type of account that there is not', { accountId: 'ann', accountType: 'else' }],
  ])('is refused with %s', (_what, context) => {
    expect(callerContext.safeParse(context).success).toBe(false);
  });

  it.each([
    ['no extension', { accountId: 'ann' }],
    ['an extension that is no object', { accountId: 'ann', extension: 'x' }],
    ['an issue without an id', { accountId: 'ann', extension: { issue: { key: 'CHG-1' } } }],
  ])('has no issue when the context has %s', (_what, context) => {
    expect(callerContext.parse(context)).toEqual({ accountId: 'ann', issue: undefined });
    expect(issueCallerContext.safeParse(context).success).toBe(false);
  });
});
