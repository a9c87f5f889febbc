import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/domain/failure';
import { ifVisible } from '../../src/usecases/if-visible';
import { governedSite, OWNER, UNREACHABLE } from '../builders/governed-site';

const HIDDEN = { code: 'not-found', message: 'There is no such change request, or you may not see it.' };

describe('what is read of an issue', () => {
  const asOwner = () => {
    const fakes = governedSite();
    fakes.site.caller = OWNER;
    return fakes;
  };
  const failing = (code: Failure['code']) => () => Promise.reject(new Failure(code, 'Something else.'));

  it('is handed to whoever may see the issue, as is why it could not be read', async () => {
    expect(await ifVisible(asOwner(), 'CHG-1', () => Promise.resolve('read'))).toBe('read');
    const unread = ifVisible(asOwner(), 'CHG-1', failing('unreadable-document'));
    await expect(unread).rejects.toMatchObject({ code: 'unreadable-document' });
  });

  it.each(['not-found', 'unreadable-document'] as const)(
    'is refused in the same words to anybody else, whether it was read or ended in %s',
    async (code) => {
      const fakes = governedSite();
      fakes.site.caller = null;
      await expect(ifVisible(fakes, 'CHG-1', () => Promise.resolve('read'))).rejects.toMatchObject(HIDDEN);
      await expect(ifVisible(fakes, 'CHG-1', failing(code))).rejects.toMatchObject(HIDDEN);
      await expect(ifVisible(fakes, 'CHG-9', failing(code))).rejects.toMatchObject(HIDDEN);
    },
  );

  it('is not called hidden where Jira does not say whether it is', async () => {
    const fakes = asOwner();
    fakes.faults.failOnce('people.maySeeIssue', UNREACHABLE);
    await expect(ifVisible(fakes, 'CHG-1', () => Promise.resolve('read'))).rejects.toMatchObject({
      code: 'unreachable',
    });
  });
});
