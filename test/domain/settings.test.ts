import { describe, expect, it } from '@jest/globals';
import { NO_SETTINGS, rolesHeld, summaryOf, type Settings } from '../../src/domain/settings';

const settings: Settings = {
  revision: 3,
  roleGroups: { security: ['g-sec'], owner: ['g-own', 'g-sec'], board: [] },
  spaceId: '42',
};

describe('the roles that somebody holds', () => {
  it('are those mapped to any of their groups, in order of name', () => {
    expect(rolesHeld(settings, ['g-other', 'g-sec'])).toEqual(['owner', 'security']);
    expect(rolesHeld(settings, ['g-own'])).toEqual(['owner']);
  });

  it('are none without a group that is mapped', () => {
    expect([rolesHeld(settings, []), rolesHeld(settings, ['board']), rolesHeld(NO_SETTINGS, ['g-sec'])]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('the summary of the settings for the ledger', () => {
  it('is what decides, without the revision', () => {
    expect(summaryOf(settings)).toEqual({ roleGroups: settings.roleGroups, spaceId: '42' });
  });
});
