import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { workflowGate } from '../../src/handlers/validators/workflow-gate';

/** What a defect looks like from the gate: an error that nobody foresaw, with somebody's words in it. */
function brokenPayload(): unknown {
  return new Proxy(
    {},
    {
      get: () => {
        throw new TypeError('secret of a customer');
      },
    },
  );
}

describe('the gate', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('refuses when a defect comes up in the app, and logs it without what anybody typed', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await workflowGate(brokenPayload())).toEqual({
      result: false,
      errorMessage: expect.stringMatching(
        /^The change policy could not be checked: an unexpected error came up in the app\. Nothing was changed; try again\./,
      ),
    });
    expect(log).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(log.mock.calls)).not.toContain('secret of a customer');
  });

  it.each([[undefined], [{}], [{ issue: { key: 'CHG-1' }, configuration: {} }]])(
    'refuses when it is not set up: %j',
    async (payload) => {
      expect(await workflowGate(payload)).toMatchObject({
        result: false,
        errorMessage: expect.stringContaining('the gate on this transition is not set up') as unknown,
      });
    },
  );
});
