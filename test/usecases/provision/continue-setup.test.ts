import { beforeEach, describe, expect, it } from '@jest/globals';
import { Failure } from '../../../src/domain/failure';
import { continueSetup } from '../../../src/usecases/provision/continue-setup';
import { failSetup, goOnWithSetup } from '../../../src/usecases/provision/go-on-with-setup';
import { startSetup } from '../../../src/usecases/provision/start-setup';
import { surveyOf } from '../../builders/surveys';
import { createFakes, type Fakes } from '../../fakes/create-fakes';

const ADMIN = '712020:jonas';
const ID = '10000';

describe('the set-up of a project', () => {
  let fakes: Fakes;
  beforeEach(() => {
    fakes = createFakes();
    fakes.administration.site = surveyOf();
  });

  const state = () => fakes.store.setups.get(ID)?.state;
  const kinds = () => fakes.store.entries.map(({ event }) => event.kind);

  /** Works message by message; a failure is a message that comes again. */
  async function workToTheEnd(): Promise<void> {
    for (let messages = 0; messages < 200 && state() === 'running'; messages += 1) {
      try {
        await continueSetup(fakes, ID);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
      }
    }
  }

  it('ends with a governed project, on record with who started it', async () => {
    expect(await startSetup(fakes, ADMIN, ID)).toEqual([]);
    await workToTheEnd();
    expect(state()).toBe('finished');
    expect(kinds()).toEqual(['provisioning-started', 'field-map-changed', 'project-governed']);
    expect(fakes.store.entries.every(({ by }) => by === ADMIN)).toBe(true);
    expect(fakes.store.governance).toMatchObject({ underway: [], projects: [{ projectId: ID, by: ADMIN }] });
    expect(fakes.store.governance.projects[0]?.transitions).toHaveLength(6);
    expect(fakes.store.fieldMap.issueType).toEqual({ id: expect.any(String) });
    await expect(startSetup(fakes, ADMIN, ID)).rejects.toThrow('already');
  });

  it('leaves no gap in which a project is not watched when it is set up once more', async () => {
    await startSetup(fakes, ADMIN, ID);
    await workToTheEnd();
    const since = fakes.store.governance.projects[0]?.since;
    fakes.administration.site = { ...(fakes.administration.site ?? surveyOf()), screens: [] };
    fakes.clock.set('2026-04-01T09:00:00.000Z');
    await startSetup(fakes, 'account-other', ID);
    await workToTheEnd();
    expect(fakes.store.governance.projects).toMatchObject([{ since, by: 'account-other' }]);
  });

  it('makes nothing twice when the answer to every step is lost, and every note of it', async () => {
    await startSetup(fakes, ADMIN, ID);
    await workToTheEnd();
    const once = fakes.administration.done.map((step) => JSON.stringify(step));

    fakes = createFakes();
    fakes.administration.site = surveyOf();
    await startSetup(fakes, ADMIN, ID);
    for (let step = 0; step < 120; step += 1) {
      const lost = new Failure('unreachable', 'The answer got lost.');
      fakes.faults.failOnce(step % 2 === 0 ? 'administration.answer' : 'setupRegister.save', lost);
    }
    await workToTheEnd();
    expect(state()).toBe('finished');
    const makes = fakes.administration.done
      .map((step) => JSON.stringify(step))
      .filter((step) => step.includes('"make-'));
    expect(makes).toEqual(once.filter((step) => step.includes('"make-')));
  });

  it('waits for a task of Jira in a project with issues', async () => {
    fakes.administration.site = surveyOf({ project: { ...surveyOf().project, issues: 4 } });
    fakes.administration.taskLooks = 3;
    await startSetup(fakes, ADMIN, ID);
    await workToTheEnd();
    expect(state()).toBe('finished');
    expect(fakes.faults.count('administration.task')).toBe(3);
    expect(fakes.setupQueue.messages.filter(({ afterSeconds }) => afterSeconds === 5)).toHaveLength(3);
  });

  it('touches nothing where something stands in the way', async () => {
    fakes.administration.site = surveyOf({ project: { ...surveyOf().project, companyManaged: false } });
    expect(await startSetup(fakes, ADMIN, ID)).toEqual([{ code: 'team-managed' }]);
    expect(kinds()).toEqual([]);
    expect(fakes.setupQueue.messages).toEqual([]);
  });

  it('goes on after it was stopped, and a message that comes too late does nothing', async () => {
    await startSetup(fakes, ADMIN, ID);
    await failSetup(fakes, ID, 'Jira refused.');
    expect(fakes.store.setups.get(ID)).toMatchObject({ state: 'failed', failure: 'Jira refused.' });
    await continueSetup(fakes, ID);
    expect(fakes.administration.done).toEqual([]);
    await goOnWithSetup(fakes, ID);
    expect(fakes.store.setups.get(ID)).toMatchObject({ state: 'running', failure: null });
    await workToTheEnd();
    expect(state()).toBe('finished');
    await expect(goOnWithSetup(fakes, ID)).rejects.toThrow('has finished');
  });
});
