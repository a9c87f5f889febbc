import { z } from 'zod';
import { FIELD_TITLES } from '../src/contracts/field-titles';
import { condition } from '../src/contracts/policy/condition';
import { FILE } from '../src/contracts/policy/policy-form';
import { requirement } from '../src/contracts/policy/requirement';
import { ruleBase } from '../src/contracts/policy/rule-base';
import { policyKeys } from '../src/contracts/policy-document';
import { CHANGE_FIELDS, FIELD_KINDS } from '../src/domain/change/change-field';
import { calendarWindow } from '../src/contracts/policy/calendar';
import { describeObject, variantsOf, type DescribedKey, type Variant } from './described-keys';
import { choicesOf, descriptionOf } from './opened-schema';

/** Every key of a policy in YAML, what it holds and what it means, in Markdown, made from the contract that reads it. */
export function policyReference(): string {
  const { keys, variants } = describeObject(policyKeys(FILE));
  const sections = Object.keys(policyKeys(FILE).shape).map((section) => sectionText(section, keys, variants));
  return [
    '### Keys of a policy',
    'A *date* is written as `2026-12-31`; a *moment* as `2026-12-31T18:00:00Z`, or with an offset from UTC as `2026-12-31T19:00:00+01:00`. A key that is not listed here is an error.',
    keyTable(keys.filter(({ path }) => /^\w+$/.test(path))),
    ...sections.filter((section) => section !== undefined),
    '### Conditions',
    'A condition is written with the keys of one of these lines, and no others.',
    formTable(condition),
    '### Requirements',
    'A requirement is written with the keys of one of these lines, and no others.',
    formTable(requirement),
    '### Windows',
    ...variantsOf(calendarWindow(FILE)).map(variantText),
    '### Fields',
    'What every change has. Wherever a policy asks for the id of a field, it is one of these, or one under `fields`.',
    fieldTable(),
  ].join('\n\n');
}

/** The keys below a key of the policy; undefined for a key that has none. */
function sectionText(section: string, keys: readonly DescribedKey[], variants: readonly Variant[]): string | undefined {
  const below = keys.filter(({ path }) => path !== section && isBelow(path, section));
  const forms = variants.filter(({ path }) => isBelow(path, section));
  if (below.length === 0 && forms.length === 0) return undefined;
  const title = `### \`${section}\``;
  if (section === 'rules') return [title, ruleSection(forms)].join('\n\n');
  return [title, ...(below.length > 0 ? [keyTable(below)] : []), ...forms.map(variantText)].join('\n\n');
}

function ruleSection(kinds: readonly Variant[]): string {
  const { keys } = describeObject(z.object(ruleBase(FILE)), 'rules[]');
  const base = new Set(keys.map(({ path }) => path));
  return [
    'Rules of every kind have these keys:',
    keyTable(keys),
    ...kinds.map((kind) => {
      const own = kind.keys.filter(({ path }) => !base.has(path) && path !== 'rules[].kind');
      const table = own.length > 0 ? `\n\n${keyTable(own)}` : '';
      return `#### \`${kind.when}\`\n\n${kind.meaning}${table}`;
    }),
  ].join('\n\n');
}

function variantText({ path, when, meaning, keys }: Variant): string {
  return `${path === '' ? 'With' : `\`${path}\` with`} \`${when}\`: ${meaning}\n\n${keyTable(keys)}`;
}

function isBelow(path: string, section: string): boolean {
  return path.startsWith(section) && !/^\w/.test(path.slice(section.length));
}

const REQUIRED: Readonly<Record<DescribedKey['required'], string>> = { yes: 'yes', no: 'no', form: 'one of these' };

function keyTable(keys: readonly DescribedKey[]): string {
  return table(
    ['Key', 'Holds', 'Required', 'Meaning'],
    keys.map(({ path, type, required, otherwise, meaning }) => [
      `\`${path}\``,
      type,
      `${REQUIRED[required]}${otherwise === undefined ? '' : `: \`${otherwise}\``}`,
      meaning,
    ]),
  );
}

/** The forms in which something is written, each with its keys. */
function formTable(schema: z.core.$ZodType): string {
  const forms = choicesOf(schema).filter((choice) => choice instanceof z.ZodObject);
  return table(
    ['Written with', 'Means', 'Keys'],
    forms.map((form) => {
      const { keys } = describeObject(form);
      const written = keys.filter(({ required }) => required === 'yes').map(({ path }) => `\`${path}\``);
      return [
        written.join(' + '),
        descriptionOf(form),
        keys
          .map(
            ({ path, type, required, meaning }) =>
              `\`${path}\` (${type}${required === 'no' ? ', optional' : ''}): ${meaning}`,
          )
          .join('<br>'),
      ];
    }),
  );
}

function fieldTable(): string {
  const fields = CHANGE_FIELDS.map((id) => [`\`${id}\``, FIELD_TITLES[id], `\`${FIELD_KINDS[id]}\``]);
  return table(['Id', 'In Jira', 'Kind'], fields);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
