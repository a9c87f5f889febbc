import { describe, expect, it } from '@jest/globals';
import { askToShow, showAllStates, showState } from '../../src/usecases/show-state';
import { changeFacts } from '../builders/change-facts';
import { governedSite, ONE_APPROVAL, OWNER, putChange, UNREACHABLE } from '../builders/governed-site';
import { historyThrough } from '../builders/histories';
import { withVotes } from '../builders/votes';

const facts = changeFacts({ stage: 'assessment' });
const ID = facts.change.id;

describe('showing where a change stands', () => {
  it('says what is missing, who is asked, and since when', async () => {
    const fakes = governedSite(facts);
    putChange(fakes, facts, historyThrough(['draft', 'assessment']));
    expect(await showState(fakes, ID)).toBe(true);
    expect(fakes.stateFields.said.get(ID)).toMatchObject({
      verdict: 'waiting',
      gate: 'authorize',
      roles: ['owner'],
      approvers: [OWNER],
      since: historyThrough(['draft', 'assessment']).moves[0]?.at,
    });
  });

  it('writes nothing a second time while nothing has changed', async () => {
    const fakes = governedSite(facts);
    await showState(fakes, ID);
    fakes.clock.advance(3_600_000);
    expect([await showState(fakes, ID), fakes.stateFields.writes]).toEqual([false, [ID]]);
  });

  it('says since when it is otherwise once it is', async () => {
    const fakes = governedSite(facts);
    await showState(fakes, ID);
    fakes.clock.advance(3_600_000);
    putChange(fakes, withVotes(facts, ONE_APPROVAL, [{}]));
    await showState(fakes, ID);
    expect(fakes.stateFields.said.get(ID)).toMatchObject({ verdict: 'ready', since: fakes.clock.now(), approvers: [] });
  });

  it('says that no policy governs the change where none is in force', async () => {
    const fakes = governedSite(facts);
    fakes.store.policy = undefined;
    await showState(fakes, ID);
    expect(fakes.stateFields.said.get(ID)).toMatchObject({ verdict: 'ungoverned', gate: null });
  });

  it('takes back what it said of an issue that is no change request any more, and says nothing of others', async () => {
    const fakes = governedSite(facts);
    await showState(fakes, ID);
    const change = fakes.site.findChange(ID);
    if (change === undefined) throw new Error('There is no change.');
    fakes.site.putChange({ ...change, reading: { ...change.reading, isChangeRequest: false } });
    expect([await showState(fakes, ID), await showState(fakes, ID)]).toEqual([true, false]);
    expect(fakes.stateFields.said.has(ID)).toBe(false);
  });

  it('fails where something cannot be read, and leaves what is said', async () => {
    const fakes = governedSite(facts);
    fakes.faults.failOnce('changes.history', UNREACHABLE);
    await expect(showState(fakes, ID)).rejects.toBe(UNREACHABLE);
    expect(fakes.stateFields.writes).toEqual([]);
  });
});

describe('showing where every open change stands', () => {
  it('goes from page to page, and one change that cannot be read stops none of the others', async () => {
    const fakes = governedSite(facts);
    const many = Array.from({ length: 25 }, (_, at) => ({ id: String(20_000 + at), key: `CHG-${String(100 + at)}` }));
    for (const change of many) putChange(fakes, changeFacts({ stage: 'assessment', change }));
    fakes.faults.failOnce('stateFields.write', UNREACHABLE);
    await showAllStates(fakes, null);
    const [next, ...others] = fakes.stateQueue.messages.splice(0);
    expect([fakes.stateFields.said.size, others]).toEqual([19, []]);
    if (next?.do !== 'show-all') throw new Error('The next page was not asked for.');
    await showAllStates(fakes, next.cursor);
    expect([fakes.stateFields.said.size, fakes.stateQueue.messages]).toEqual([25, []]);
  });
});

describe('asking for it', () => {
  it('holds up nobody where the queue does not take the message', async () => {
    const fakes = governedSite(facts);
    fakes.faults.failOnce('stateQueue.push', UNREACHABLE);
    await askToShow(fakes, { do: 'show-state', changeId: ID });
    await askToShow(fakes, { do: 'show-state', changeId: ID });
    expect(fakes.stateQueue.messages).toEqual([{ do: 'show-state', changeId: ID }]);
  });
});
