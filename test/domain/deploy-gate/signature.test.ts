import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isSameText, sameBytes } from '../../../src/domain/deploy-gate/same-bytes';
import { isSigned, signatureOf } from '../../../src/domain/deploy-gate/signature';

const SECRET = 'ccdg_of-the-project';
const NOW = '2026-03-02T09:00:00.000Z';
const SECONDS = Date.parse(NOW) / 1000;

function signed(secret = SECRET, timestamp = String(SECONDS), body = '{"change":"CHG-1"}') {
  return { timestamp, body, signature: signatureOf(secret, { timestamp, body }) };
}

describe('a signature', () => {
  it('is the HMAC-SHA256 that OpenSSL makes of timestamp, full stop and body', () => {
    const body = '{"change":"CHG-1","environment":"Zürich"}';
    const expected = createHmac('sha256', SECRET)
      .update(`${String(SECONDS)}.${body}`)
      .digest('hex');
    expect(signatureOf(SECRET, { timestamp: String(SECONDS), body })).toBe(expected);
  });

  it('holds under any secret that works, and under no other', () => {
    expect(isSigned(signed(), [SECRET], NOW)).toBe(true);
    expect(isSigned(signed(), ['ccdg_new', SECRET], NOW)).toBe(true);
    expect(isSigned(signed(), ['ccdg_new'], NOW)).toBe(false);
    expect(isSigned(signed(), [], NOW)).toBe(false);
  });

  it('does not hold where nobody has a secret, whatever it was made with', () => {
    for (const guess of ['', 'none', 'undefined']) expect(isSigned(signed(guess), [], NOW)).toBe(false);
  });

  it('does not hold for a body or a timestamp that differs in one byte', () => {
    const text = signed();
    for (let at = 0; at < text.body.length; at += 1) {
      const body = `${text.body.slice(0, at)}${text.body[at] === '#' ? '+' : '#'}${text.body.slice(at + 1)}`;
      expect(isSigned({ ...text, body }, [SECRET], NOW)).toBe(false);
    }
    expect(isSigned({ ...text, timestamp: String(SECONDS + 1) }, [SECRET], NOW)).toBe(false);
  });

  it('tells timestamp and body apart: what is moved from one to the other was not signed', () => {
    const { signature } = signed(SECRET, '1772442000', '1{}');
    expect(isSigned({ timestamp: '17724420001', body: '{}', signature }, [SECRET], NOW)).toBe(false);
  });

  it.each([
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
  ])('made %i seconds from now is good: %s', (offset, good) => {
    expect(isSigned(signed(SECRET, String(SECONDS + offset)), [SECRET], NOW)).toBe(good);
  });
});

describe('the comparison of signatures', () => {
  it('looks at every byte of both, wherever they differ', () => {
    const bytes = [1, 2, 3, 4];
    for (const other of [
      [1, 2, 3, 4],
      [9, 2, 3, 4],
      [1, 2, 3, 9],
      [9, 9, 9, 9],
    ]) {
      const [one, two] = [watched(bytes), watched(other)];
      expect(sameBytes(one.bytes, two.bytes)).toBe(other.join() === bytes.join());
      expect([one.read, two.read]).toEqual([
        [0, 1, 2, 3],
        [0, 1, 2, 3],
      ]);
    }
  });

  it('finds rows of different lengths different', () => {
    expect(sameBytes([], [0])).toBe(false);
    expect(sameBytes([0], [])).toBe(false);
    expect(sameBytes([1, 0], [1])).toBe(false);
  });

  it('tells texts apart, however long they are', () => {
    expect(isSameText('abc', 'abc')).toBe(true);
    for (const other of ['abd', 'ab', 'abcd', '', 'x'.repeat(10_000)]) expect(isSameText('abc', other)).toBe(false);
  });
});

/** Bytes that remember which of them were looked at, in what order. */
function watched(values: readonly number[]) {
  const read: number[] = [];
  const bytes = new Proxy(values, {
    get: (target, name): unknown => {
      if (typeof name === 'string' && /^\d+$/.test(name)) read.push(Number(name));
      return Reflect.get(target, name);
    },
  });
  return { bytes, read };
}
