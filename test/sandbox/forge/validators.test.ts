import { describe, expect, it } from '@jest/globals';
import type { Stopwatch } from '../../../sandbox/forge/stopwatch';
import { deployFixture, type DeployedFixture } from './deployed-fixture';

const TRANSITION = { from: { id: '1' }, to: { id: '2' }, modifiedFields: { labels: null } };

function validate({ jira }: DeployedFixture, answer: string, module = 'gate') {
  return jira.extensions.validate({
    ruleArn: `${jira.appAri}/${module}`,
    configuration: { answer },
    issue: { id: '10001', key: 'ABC-1' },
    transition: TRANSITION,
  });
}

describe('function validators', () => {
  it('are given the documented argument and no principal', async () => {
    const app = await deployFixture();
    expect(await validate(app, 'record')).toEqual({ result: true });
    expect(await app.kvs('get', 'gate-call')).toEqual({
      value: {
        call: { configuration: { answer: 'record' }, issue: { key: 'ABC-1' }, transition: TRANSITION },
        context: { installContext: expect.any(String), installation: expect.any(Object) },
        remaining: 'number',
      },
    });
  });

  it('let a transition through or block it with their message', async () => {
    const app = await deployFixture();
    expect(await validate(app, 'yes')).toEqual({ result: true });
    expect(await validate(app, 'no')).toEqual({ result: false, errorMessage: 'not today' });
  });

  it('block the transition when they throw', async () => {
    expect(await validate(await deployFixture(), 'throw')).toEqual({
      result: false,
      errorMessage: 'The validator "Gate" could not be run.',
    });
  });

  it('block the transition when they answer something else than yes or no', async () => {
    expect(await validate(await deployFixture(), 'garbage')).toEqual({
      result: false,
      errorMessage: 'The validator "Gate" did not answer yes or no.',
    });
  });

  it('block the transition when they take longer than 25 seconds', async () => {
    const waits: number[] = [];
    const impatient: Stopwatch = {
      now: () => 0,
      after: (milliseconds, call) => {
        waits.push(milliseconds);
        setImmediate(call);
        return () => undefined;
      },
    };
    const app = await deployFixture({ stopwatch: impatient });
    expect(await validate(app, 'never')).toEqual({
      result: false,
      errorMessage: 'The validator "Gate" could not be run.',
    });
    expect(waits).toEqual([25_000]);
  });

  it('are unknown to the host when the rule belongs to another app or module', async () => {
    expect(await validate(await deployFixture(), 'yes', 'elsewhere')).toBeUndefined();
  });
});
