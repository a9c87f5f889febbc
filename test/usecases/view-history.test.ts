import { describe, expect, it } from '@jest/globals';
import { historyViewOf } from '../../src/handlers/resolvers/panel-history';
import { viewHistory } from '../../src/usecases/view-history';
import { draftOf } from '../builders/entries';
import { governedSite } from '../builders/governed-site';
import { minute } from '../builders/votes';
import { failureCode } from '../port-contracts/failure-code';

const noWrites = () => [];

describe('the history of a change', () => {
  it('comes twenty at a time, newest first, each in words with who did it', async () => {
    const fakes = governedSite();
    for (let number = 1; number <= 22; number += 1) {
      await fakes.ledger.append(draftOf(number, number === 1 ? { by: 'app' } : {}), noWrites);
    }
    const names = (ids: readonly string[]) => Promise.resolve(Object.fromEntries(ids.map((id) => [id, 'Ivo'])));
    const first = await viewHistory(fakes, 'CHG-1', null);
    expect([first.entries.length, first.before]).toEqual([20, 3]);
    const view = await historyViewOf(await viewHistory(fakes, 'CHG-1', 3), names);
    const text = 'closed it as Closed: the change is on record';
    expect(view).toEqual({
      entries: [
        { seq: 2, at: minute(2), by: 'account-implementer', text, comment: '' },
        { seq: 1, at: minute(1), by: null, text, comment: '' },
      ],
      before: null,
      names: { 'account-implementer': 'Ivo' },
    });
  });

  it('is not told to somebody who may not see the change', async () => {
    const fakes = governedSite();
    fakes.site.caller = null;
    expect(await failureCode(viewHistory(fakes, 'CHG-1', null))).toBe('not-found');
  });

  it('is told also where no policy is in force', async () => {
    const fakes = governedSite();
    fakes.store.policy = undefined;
    expect(await viewHistory(fakes, 'CHG-1', null)).toEqual({ entries: [], before: null, policy: { roles: [] } });
  });
});
