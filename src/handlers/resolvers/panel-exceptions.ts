import type { ExceptionView } from '../../contracts/api/panel-api';
import { fieldTitle } from '../../contracts/field-titles';
import { reasonText } from '../../contracts/reason-text';
import { requirementText } from '../../contracts/rule-text';
import { kindOfField } from '../../domain/change/change-field';
import { askedWith } from '../../domain/policy/exception-offer';
import type { ChangeStanding } from '../../usecases/view-change';
import { shownValue } from './panel-plan';

/** What the change asks an exception from, and how one could be asked. */
export function exceptionViewOf({ policy, facts, asked, offered }: ChangeStanding): ExceptionView {
  const { exceptions, clauses } = policy;
  return {
    possible: exceptions !== 'none' || offered.length > 0,
    asked: asked.map((name) => ({
      name,
      text: clauses.find(({ id }) => id.toLowerCase() === name.toLowerCase())?.text ?? '',
    })),
    grantedBy: exceptions === 'none' ? null : requirementText(exceptions.requirement, policy),
    offered: offered.map(({ names, reasons }) => ({
      names: [...names],
      texts: reasons.map((reason) => reasonText(reason, policy)),
    })),
    fields: askedWith(policy).map((field) => ({
      id: field,
      label: fieldTitle(policy, field),
      value: shownValue(facts, field),
      isText: kindOfField(field, policy.fields) === 'text',
    })),
  };
}
