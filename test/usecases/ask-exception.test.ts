import { describe, expect, it } from '@jest/globals';
import { known } from '../../src/domain/change/change-facts';
import type { Policy } from '../../src/domain/policy/policy';
import { askException, type ExceptionRequest } from '../../src/usecases/ask-exception';
import { changeFacts } from '../builders/change-facts';
import { governedSite, OWNER, putChange, UNREACHABLE } from '../builders/governed-site';
import { fieldsRule, policyWith } from '../builders/policies';
import type { Fakes } from '../fakes/create-fakes';
import { failureCode } from '../port-contracts/failure-code';

const FACTS = changeFacts({ stage: 'assessment', fields: { testPlan: null, exceptionTo: ['old'] } });
const path = (askedWith: readonly string[]): Partial<Policy> => ({
  exceptions: { clauses: ['T-1'], requirement: { role: 'board' }, askedWith, granted: [] },
});
const RULES = [fieldsRule({ fields: ['testPlan'] })];
const WITH_REASON = policyWith(RULES, path(['deviationReason', 'riskLevel']));
const ASKED: ExceptionRequest = { names: ['T-1'], fields: { deviationReason: ' No staging. ' }, reason: '' };

const ask = (fakes: Fakes, request: Partial<ExceptionRequest> = {}) =>
  askException(fakes, OWNER, 'CHG-1', { ...ASKED, ...request });
const fieldsOf = (fakes: Fakes) => fakes.site.findChange('CHG-1')?.reading.facts.fields ?? {};

describe('an exception that somebody asks for', () => {
  it('is written into the change beside what was asked before, with what goes with it, and is on record', async () => {
    const fakes = governedSite(FACTS, WITH_REASON);
    await ask(fakes);
    expect(fieldsOf(fakes)).toMatchObject({
      exceptionTo: known(['old', 'T-1']),
      deviationReason: known('No staging.'),
    });
    expect(fakes.store.entries).toMatchObject([
      { by: OWNER, event: { kind: 'exception-asked', change: FACTS.change, names: ['T-1'], reason: '' } },
    ]);
  });

  it('says why in the ledger where the policy names no field for it', async () => {
    const fakes = governedSite(FACTS, policyWith(RULES, path([])));
    await ask(fakes, { fields: {}, reason: ' No staging. ' });
    expect(fakes.store.entries).toMatchObject([{ event: { reason: 'No staging.' } }]);
    expect(fieldsOf(fakes)['deviationReason']).toEqual(known(null));
  });

  it.each<[string, Partial<ExceptionRequest>]>([
    ['from something that is not in the way', { names: ['T-1', 'T-2'] }],
    ['from nothing that can be excepted', { names: ['T-2'] }],
    ['with a field that the policy does not ask for', { fields: { summary: 'Mine' } }],
    ['with a field that holds no text', { fields: { riskLevel: 'Low' } }],
    ['with an empty text', { fields: { deviationReason: ' ' } }],
  ])('is refused %s, and nothing is written', async (_what, request) => {
    const fakes = governedSite(FACTS, WITH_REASON);
    expect(await failureCode(ask(fakes, request))).toBe('bad-request');
    expect([fakes.faults.count('changes.write'), fakes.store.entries]).toEqual([0, []]);
  });

  it('is refused without a reason where no field asks for one', async () => {
    const fakes = governedSite(FACTS, policyWith(RULES, path([])));
    expect(await failureCode(ask(fakes, { fields: {}, reason: '  ' }))).toBe('bad-request');
  });

  it('is refused from somebody who may not see the change, as if there were none', async () => {
    const fakes = governedSite(FACTS, WITH_REASON);
    fakes.site.caller = null;
    expect(await failureCode(ask(fakes))).toBe('not-found');
  });

  it('is refused on a closed change', async () => {
    const fakes = governedSite(changeFacts({ stage: 'closed' }), WITH_REASON);
    expect(await failureCode(ask(fakes))).toBe('moved-on');
  });

  it('is not on record where Jira does not let the person edit the change', async () => {
    const fakes = governedSite(FACTS, WITH_REASON);
    const change = fakes.site.findChange('CHG-1');
    if (change !== undefined) fakes.site.putChange({ ...change, locked: 'You cannot edit this.' });
    expect(await failureCode(ask(fakes))).toBe('not-allowed');
    expect(fakes.store.entries).toEqual([]);
  });

  it('is on record when it is asked again after the ledger could not be written', async () => {
    const fakes = governedSite(FACTS, WITH_REASON);
    fakes.faults.failOnce('ledger.append', UNREACHABLE);
    await expect(ask(fakes)).rejects.toBe(UNREACHABLE);
    putChange(fakes, FACTS);
    await ask(fakes);
    expect(fakes.store.entries).toHaveLength(1);
  });
});
