import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { describeObject, variantsOf } from '../../cli/described-keys';
import { choicesOf, descriptionOf } from '../../cli/opened-schema';
import { policyReference } from '../../cli/reference-markdown';
import { calendarWindow } from '../../src/contracts/policy/calendar';
import { condition } from '../../src/contracts/policy/condition';
import { FILE } from '../../src/contracts/policy/policy-form';
import { requirement } from '../../src/contracts/policy/requirement';
import { policyKeys } from '../../src/contracts/policy-document';
import { CHANGE_FIELDS } from '../../src/domain/change/change-field';
import { RULE_WANTS } from '../../src/contracts/wording/rule-wants';
import { everythingPolicy } from '../builders/everything-policy';

const { keys, variants } = describeObject(policyKeys(FILE));
const described = [...keys, ...variants.flatMap((variant) => variant.keys)];
const windows = variantsOf(calendarWindow(FILE));
const forms = [...choicesOf(condition), ...choicesOf(requirement)];
const lines = policyReference().split('\n');

/** The paths of everything in a value, as the reference writes them. */
function pathsIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((part) => pathsIn(part, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const place = path === '' ? key : `${path}.${key}`;
    return [place, ...pathsIn(part, place)];
  });
}

describe('the reference of the policy', () => {
  it('says of every key what it means, and of every form of writing something', () => {
    const inForms = forms.flatMap((form) => (form instanceof z.ZodObject ? describeObject(form).keys : []));
    const all = [...described, ...windows.flatMap((window) => window.keys), ...inForms];
    expect(all.filter(({ meaning }) => !/^[A-Z`][^\n]*\.$/.test(meaning)).map(({ path }) => path)).toEqual([]);
    expect([...variants, ...windows].filter(({ meaning }) => meaning === '')).toEqual([]);
    expect(forms.filter((form) => descriptionOf(form) === '')).toEqual([]);
  });

  it('says of every key what it holds', () => {
    expect(described.filter(({ type }) => type.includes('anything'))).toEqual([]);
  });

  it('is about keys that a policy can really have, each of them once in its table', () => {
    const there = new Set(pathsIn(everythingPolicy));
    expect(described.map(({ path }) => path).filter((path) => !there.has(path))).toEqual([]);
    const inWindows = new Set(everythingPolicy.calendar.windows.flatMap((window) => pathsIn(window)));
    expect(windows.flatMap((window) => window.keys).filter(({ path }) => !inWindows.has(path))).toEqual([]);
  });

  it('has a heading for every kind of rule, and a line for every field', () => {
    const headings = lines.filter((line) => line.startsWith('#### '));
    expect(headings.sort()).toEqual(
      Object.keys(RULE_WANTS)
        .map((kind) => `#### \`kind: ${kind}\``)
        .sort(),
    );
    expect(lines.filter((line) => /^\| `\w+` \| [A-Z][^|]* \| `\w+` \|$/.test(line))).toHaveLength(
      CHANGE_FIELDS.length,
    );
  });

  it.each([
    '| `schemaVersion` | `2` | yes | The form in which the policy is written: always 2. |',
    '| `about.nextReview` | date | no | By when it must be looked at again. A review that is overdue is reported. |',
    '| `changeTypes[].emergency` | `true` or `false` | no: `false` | Whether such a change is an emergency, with the way that emergencies have. |',
    '| `standardChanges[].preApprovedBy` | text or `null` | yes | Id of the role whose approval stands for every such change; `null` where none is needed. |',
    '| `terms[].means` | [condition](#conditions) | yes | When it is true of a change. |',
    '| `calendar.windows` | list: [window](#windows) | no: `[]` | Windows that are part of the policy. The calendar of the site may add others. |',
    '| `interval.from` | moment | yes | The first moment that belongs to it: `2026-12-24T00:00:00Z`, or with an offset from UTC. |',
    '| `clocks[].within.hours` | number, more than 0 to 8784 | one of these | Hours of sixty minutes, at any time of the week. |',
    '| `rules[].strength` | `block` or `warn` | no: `"block"` | What an unmet rule does: `block` stops the change; `warn` asks for a reason, which goes on record. |',
    '| `rules[].veto` | `nobody` or list: text | no | Whose decline stops the change; left out: that of anybody who is asked. |',
    '| `riskAtLeast` | The risk level of the change is this one or a higher one. | `riskAtLeast` (text): A risk level of the policy. |',
    '| `atLeast` + `role` | At least so many people who hold the role. | `atLeast` (whole number, 1 to 100): How many people.<br>`role` (text): Id of a role under `roles`. |',
    '| `tags` | Labels | `options` |',
  ])('has the line %s', (line) => {
    expect(lines).toContain(line);
  });
});
