import { describe, expect, it } from '@jest/globals';
import { deployRequest } from '../../src/contracts/deploy-request';

const ASKED = { change: 'CHG-12', environment: 'Production', nonce: '0123456789abcdef' };
const HEADERS = { 'x-change-timestamp': ['1772442000'], 'X-Change-Signature': [`sha256=${'a'.repeat(64)}`] };

const call = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  method: 'POST',
  headers: HEADERS,
  body: JSON.stringify(ASKED),
  path: '/public/abc',
  userPath: '',
  queryParameters: {},
  ...overrides,
});
const asking = (overrides: Readonly<Record<string, unknown>>) =>
  call({ body: JSON.stringify({ ...ASKED, ...overrides }) });

describe('a request to the deploy gate', () => {
  it('is read with what it asks, and with what was signed, byte for byte', () => {
    const body = ` ${JSON.stringify(ASKED)}\n`;
    expect(deployRequest.parse(call({ body }))).toEqual({
      asked: ASKED,
      text: { timestamp: '1772442000', signature: 'a'.repeat(64), body },
    });
  });

  it.each(['production', 'EU West (live)', 'Zürich', 'a'])('may be about the environment %j', (environment) => {
    expect(deployRequest.parse(asking({ environment })).asked.environment).toBe(environment);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['another method', call({ method: 'GET' })],
    ['no body', call({ body: undefined })],
    ['a body that is no JSON', call({ body: 'change=CHG-12' })],
    ['a body that is too long', call({ body: `${JSON.stringify(ASKED)}${' '.repeat(2000)}` })],
    ['no headers', call({ headers: {} })],
    ['a timestamp that is no number', call({ headers: { ...HEADERS, 'x-change-timestamp': ['now'] } })],
    ['a timestamp in milliseconds', call({ headers: { ...HEADERS, 'x-change-timestamp': ['1772442000000'] } })],
    ['two timestamps', call({ headers: { ...HEADERS, 'x-change-timestamp': ['1772442000', '1772442001'] } })],
    ['a timestamp written in two ways', call({ headers: { ...HEADERS, 'X-CHANGE-TIMESTAMP': ['1772442000'] } })],
    ['another kind of signature', call({ headers: { ...HEADERS, 'X-Change-Signature': [`sha1=${'a'.repeat(40)}`] } })],
    ['a short signature', call({ headers: { ...HEADERS, 'X-Change-Signature': ['sha256=aa'] } })],
    ['a key in small letters', asking({ change: 'chg-12' })],
    ['an id in place of a key', asking({ change: '10001' })],
    ['a key with more behind it', asking({ change: 'CHG-12/../../x' })],
    ['no environment', asking({ environment: '' })],
    ['an environment with a line break', asking({ environment: 'Prod\nuction' })],
    ['an environment with half a character', asking({ environment: '\ud83d' })],
    ['an environment with space around it', asking({ environment: ' Production' })],
    ['a long environment', asking({ environment: 'x'.repeat(101) })],
    ['a short nonce', asking({ nonce: '0123456789abcde' })],
    ['a nonce of other characters', asking({ nonce: '0123456789abcdef=' })],
    ['something else in its body', asking({ force: true })],
  ])('is not read out of %s', (_what, foreign) => {
    expect(deployRequest.safeParse(foreign).success).toBe(false);
  });
});
