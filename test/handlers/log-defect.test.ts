import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { logDefect } from '../../src/handlers/invocation';

describe('the log of a defect', () => {
  const written = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  afterEach(() => {
    written.mockClear();
  });

  it('names the reference, the kind and the place', () => {
    logDefect(new TypeError('x is no function'), '1a2b3c4d');
    const [first, second] = String(written.mock.calls[0]?.[0]).split('\n');
    expect(first).toBe('defect 1a2b3c4d: TypeError');
    expect(second).toMatch(/^ {4}at .*log-defect\.test\.ts:\d+:\d+/);
  });

  it('repeats nothing that somebody typed, also not from a message of many lines', () => {
    logDefect(new Error('cannot read:\nCall Maria Schmidt\n    at home, 030 1234:5\nmaria@example.com'), '1a2b3c4d');
    expect(String(written.mock.calls[0]?.[0])).not.toMatch(/Maria|home|maria/);
  });

  it('repeats nothing of what is thrown and is no error', () => {
    logDefect('Maria Schmidt', '1a2b3c4d');
    expect(written.mock.calls).toEqual([['defect 1a2b3c4d: string']]);
  });
});
