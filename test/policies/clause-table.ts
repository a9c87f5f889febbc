import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { rolesIn } from '../../src/domain/approval/requirement';
import { traceClauses } from '../../src/domain/policy/clause-trace';
import type { Policy } from '../../src/domain/policy/policy';
import { listedClauses } from './clause-list';
import { passagesNotIn } from './document-words';

const LIST = '../shared/design/clauses.md';
const withList = existsSync(LIST) ? it : it.skip;

/** Where the clauses of a preset come from. */
export interface ClauseSource {
  /** What the ids begin with, e.g. `GEN`. */
  readonly prefix: string;
  /** Every id, in the order of the document. */
  readonly ids: readonly string[];
  /** File of the document in `../shared/seeds`. */
  readonly document: string;
  /** Clauses that the list would have stop a change, but that cannot be broken, because the app records them itself. */
  readonly recorded?: readonly string[];
}

/** The promises of a preset's clauses as tests: all there, in the document's words, and each served as it says. */
export function describeClauses(policy: Policy, { prefix, ids, document, recorded = [] }: ClauseSource): void {
  const traced = traceClauses(policy);
  const seed = `../shared/seeds/${document}`;
  const withSeed = existsSync(seed) ? it : it.skip;

  describe(`the clauses of ${policy.id}`, () => {
    it('are all there, each once, in the order of the document', () => {
      expect(policy.clauses.map(({ id }) => id)).toEqual(ids);
    });

    it.each(traced.map(({ clause, rules }) => [clause.id, clause.service, rules] as const))(
      '%s, which is %s, has a rule exactly when it is enforced',
      (_id, service, rules) => {
        expect(rules.length > 0).toBe(service === 'enforced');
      },
    );

    it('say in a note what serves them where no rule does', () => {
      const silent = policy.clauses.filter(({ service, note = '' }) => service !== 'enforced' && note === '');
      expect(silent.map(({ id }) => id)).toEqual([]);
    });

    it('have a clock exactly where a clock is what serves them, or helps to', () => {
      const clocked = policy.clocks.flatMap(({ clauses }) => clauses);
      const reminded = policy.clauses.filter(({ service }) => service === 'reminded').map(({ id }) => id);
      expect(reminded.filter((id) => !clocked.includes(id))).toEqual([]);
      expect(clocked.filter((id) => !ids.includes(id))).toEqual([]);
    });

    it('that a clock, a notification, a question or the exceptions name are clauses of the document', () => {
      const { records, questions, exceptions } = policy;
      const served = [...records.notifications, ...questions, ...(exceptions === 'none' ? [] : [exceptions])];
      expect(served.flatMap(({ clauses }) => clauses).filter((id) => !ids.includes(id))).toEqual([]);
    });

    withList('are those of the list of clauses, served as their class says or better (left out without it)', () => {
      const listed = listedClauses(readFileSync(LIST, 'utf8'), prefix);
      expect([...ids].sort()).toEqual(listed.map(({ id }) => id).sort());
      const worse = policy.clauses.filter(({ id, service }) => {
        const services = listed.find((entry) => entry.id === id)?.services ?? [];
        const served = service === 'enforced' || services.includes(service);
        return !served && !(service === 'evidenced' && recorded.includes(id));
      });
      expect(worse.map(({ id, service }) => [id, service])).toEqual([]);
    });

    withSeed('are in the words of the document (left out without it)', () => {
      const words = readFileSync(seed, 'utf8');
      const strange = policy.clauses.map(({ id, text }) => [id, passagesNotIn(words, text)] as const);
      expect(strange.filter(([, passages]) => passages.length > 0)).toEqual([]);
    });
  });

  describe(`the rules of ${policy.id}`, () => {
    it('have an id of their own each', () => {
      const names = policy.rules.map(({ id }) => id);
      expect(new Set(names).size).toBe(names.length);
    });

    it.each(policy.rules.map((rule) => [rule.id, rule] as const))(
      '%s names a gate and clauses of the document, and roles of the policy',
      (_id, rule) => {
        const roles = policy.roles.map(({ id }) => id);
        const named = rule.kind === 'approval' ? rolesIn(rule.requirement) : rule.kind === 'who-may' ? rule.roles : [];
        expect(rule.clauses.filter((id) => !ids.includes(id))).toEqual([]);
        expect(Math.min(rule.clauses.length, rule.gates.length)).toBeGreaterThan(0);
        expect(named.filter((role) => !roles.includes(role))).toEqual([]);
      },
    );
  });
}
