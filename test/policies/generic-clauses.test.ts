import { describe, expect, it } from '@jest/globals';
import { rolesIn } from '../../src/domain/approval/requirement';
import { FIELD_KINDS } from '../../src/domain/change/change-field';
import { traceClauses } from '../../src/domain/policy/clause-trace';
import { fieldsIn } from '../../src/domain/policy/condition';
import { genericPolicy } from '../../src/policies/generic';
import { PRESETS } from '../../src/policies/presets';

/** Every clause of the document, numbered as its sections are. */
const CLAUSES = [
  ['GEN-2', 'GEN-3s1', 'GEN-3s2', 'GEN-3n', 'GEN-3e1', 'GEN-3e2', 'GEN-3e3'],
  ['GEN-4.1a', 'GEN-4.1b', 'GEN-4.1c', 'GEN-4.1d', 'GEN-4.1e', 'GEN-4.1f'],
  ['GEN-4.2a', 'GEN-4.2b', 'GEN-4.3a', 'GEN-4.3b', 'GEN-4.3c', 'GEN-4.4a', 'GEN-4.4b', 'GEN-4.4c', 'GEN-4.5'],
  ['GEN-5a', 'GEN-5b', 'GEN-5c'],
  ['GEN-6a', 'GEN-6b', 'GEN-6c', 'GEN-6d', 'GEN-6e', 'GEN-6f'],
  ['GEN-7a', 'GEN-7b', 'GEN-7c', 'GEN-8a', 'GEN-8b'],
].flat();

const traced = traceClauses(genericPolicy);

describe('the clauses of the generic policy', () => {
  it('are all there, each once, in the order of the document', () => {
    expect(genericPolicy.clauses.map(({ id }) => id)).toEqual(CLAUSES);
  });

  it.each(traced.map(({ clause, rules }) => [clause.id, clause.service, rules] as const))(
    '%s, which is %s, has a rule exactly when it is enforced',
    (_id, service, rules) => {
      expect(rules.length > 0).toBe(service === 'enforced');
    },
  );

  it('say in a note what serves them where no rule does', () => {
    const silent = traced.filter(({ clause, rules }) => rules.length === 0 && (clause.note ?? '') === '');
    expect(silent.map(({ clause }) => clause.id)).toEqual([]);
  });

  it('each have words', () => {
    expect(genericPolicy.clauses.filter(({ text }) => !/^[A-Z].{20,}\.$/.test(text))).toEqual([]);
  });
});

describe('the rules of the generic policy', () => {
  it('have an id of their own each', () => {
    const ids = genericPolicy.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(genericPolicy.rules.map((rule) => [rule.id, rule] as const))(
    '%s names clauses, roles and types that exist, and at least one clause and one gate',
    (_id, rule) => {
      const roles = genericPolicy.roles.map(({ id }) => id);
      const types = genericPolicy.changeTypes.map(({ id }) => id);
      expect(rule.clauses.filter((id) => !CLAUSES.includes(id))).toEqual([]);
      expect(Math.min(rule.clauses.length, rule.gates.length)).toBeGreaterThan(0);
      if (rule.kind === 'approval')
        expect(rolesIn(rule.requirement).filter((role) => !roles.includes(role))).toEqual([]);
      if (rule.kind === 'allowed-types') expect(rule.types.filter((type) => !types.includes(type))).toEqual([]);
    },
  );

  it('ask conditions only of fields with options to choose from', () => {
    const looked = genericPolicy.rules.flatMap(({ when }) => (when === undefined ? [] : fieldsIn(when)));
    expect(looked.filter((field) => FIELD_KINDS[field] !== 'option')).toEqual([]);
  });

  it('collect each approval at a gate where they look at it', () => {
    const astray = genericPolicy.rules.filter((rule) => rule.kind === 'approval' && !rule.gates.includes(rule.point));
    expect(astray).toEqual([]);
  });
});

describe('the generic policy', () => {
  it('has standard changes approved by a role of its own', () => {
    const roles = genericPolicy.roles.map(({ id }) => id);
    expect(genericPolicy.standardChanges.filter(({ preApprovedBy }) => !roles.includes(preApprovedBy))).toEqual([]);
  });

  it('counts each material field once', () => {
    expect(new Set(genericPolicy.materialFields).size).toBe(genericPolicy.materialFields.length);
  });

  it('is a preset, and no two presets have the same id', () => {
    expect(PRESETS).toContain(genericPolicy);
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
  });
});
