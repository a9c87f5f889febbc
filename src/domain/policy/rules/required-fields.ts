import { bareRecord } from '../../bare-record';
import { fieldFact, valuesOf, type ChangeFacts } from '../../change/change-facts';
import { FIELD_KINDS, type FieldId, type FieldKind } from '../../change/change-field';
import { isFilled } from '../holds';
import type { Finding } from '../evaluation';
import { notKnown } from '../not-known';
import type { Policy } from '../policy';
import type { RuleContext, RuleKind } from '../rule';

/** Each of the rule's fields holds something other than white space; of a group, one is enough. */
export const requiredFields: RuleKind<'required-fields'> = {
  kind: 'required-fields',
  evaluate: ({ fields }, context) => {
    const findings: Finding[] = [];
    for (const field of fields) {
      const isOne = typeof field === 'string';
      findings.push(isOne ? findField(context.facts, field, context.policy) : findOneOf(field.oneOf, context));
    }
    return findings;
  },
};

/**
 * Whether a field is filled, with the reason, and the remedy where it is not. A field that holds a link is filled when it
 * holds one: a web address or the key of a Jira issue.
 * @param policy Tells of what kind the fields are that it declares; without it, only those of every change are known.
 */
export function findField(
  facts: Pick<ChangeFacts, 'fields'>,
  field: FieldId,
  policy?: Pick<Policy, 'fields'>,
): Finding {
  const fact = fieldFact(facts, field);
  if (fact.state === 'unknown') return notKnown({ code: 'field-unknown', field, cause: fact.cause });
  if (!isFilled(fact.value)) {
    return { met: 'no', reason: { code: 'field-empty', field }, remedy: { do: 'fill-field', field } };
  }
  if (holdsLinks(kindOf(field, policy)) && !valuesOf(fact.value).every(isLink)) {
    return { met: 'no', reason: { code: 'not-a-link', field }, remedy: { do: 'fill-field', field } };
  }
  return { met: 'yes', reason: { code: 'field-filled', field } };
}

function findOneOf(fields: readonly FieldId[], { facts, policy }: RuleContext): Finding {
  const parts = fields.map((field) => findField(facts, field, policy));
  const reason = { code: 'one-of-fields', fields } as const;
  if (parts.some(({ met }) => met === 'yes')) return { met: 'yes', reason, parts };
  const met = parts.some((part) => part.met === 'unknown') ? 'unknown' : 'no';
  return { met, reason, remedy: { do: 'fill-one-of', fields }, parts };
}

const OF_EVERY_CHANGE: Readonly<Record<FieldId, FieldKind | undefined>> = bareRecord(FIELD_KINDS);

function kindOf(field: FieldId, policy: Pick<Policy, 'fields'> | undefined): FieldKind | undefined {
  return OF_EVERY_CHANGE[field] ?? policy?.fields.find(({ id }) => id === field)?.kind;
}

function holdsLinks(kind: FieldKind | undefined): boolean {
  return kind === 'link' || kind === 'links';
}

/**
 * An issue key is that of its project (a capital letter, then capitals, digits and underscores), a hyphen and a number.
 * @see https://support.atlassian.com/jira-cloud-administration/docs/change-the-key-of-a-project/
 */
function isLink(value: string): boolean {
  const text = value.trim();
  return /^https?:\/\/[^\s/]\S*$/i.test(text) || /^[A-Z][A-Z0-9_]+-[1-9]\d*$/.test(text);
}
