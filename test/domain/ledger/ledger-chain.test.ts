import { describe, expect, it } from '@jest/globals';
import { canonicalJson, digestOf, sha256Hex } from '../../../src/domain/canonical';
import { chain, EMPTY_LEDGER, hashOf } from '../../../src/domain/ledger/ledger-chain';
import { draftOf, ledgerOf } from '../../builders/entries';

describe('canonical JSON', () => {
  it('has the same bytes for the same value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [2, { d: 1, c: null }], a: 'ä' })).toBe('{"a":"ä","b":[2,{"c":null,"d":1}]}');
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson({ a: NaN })).toThrow();
  });
});

describe('SHA-256', () => {
  it('is that of FIPS 180-4, over UTF-8', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(digestOf('ä')).toBe(sha256Hex('"ä"'));
  });
});

describe('an entry in the chain', () => {
  it('is numbered from 1 and sealed over its content and the entry before', () => {
    const first = chain(EMPTY_LEDGER, draftOf(1));
    const second = chain(first, draftOf(2));
    expect([first.seq, first.previousHash]).toEqual([1, '0'.repeat(64)]);
    expect([second.seq, second.previousHash]).toEqual([2, first.hash]);
    expect(second.hash).toBe(digestOf({ ...draftOf(2), seq: 2, previousHash: first.hash }));
  });

  it('has the hash that its content demands', () => {
    expect(ledgerOf(3).map(hashOf)).toEqual(ledgerOf(3).map(({ hash }) => hash));
  });

  it('has another hash in another place', () => {
    const elsewhere = chain({ seq: 5, hash: EMPTY_LEDGER.hash }, draftOf(1));
    expect(elsewhere.hash).not.toBe(chain(EMPTY_LEDGER, draftOf(1)).hash);
  });
});
