/** The right-hand side of a clause, read as the values of its field. */
import type { Operand } from '@atlaskit/jql-ast';
import { badRequest, unsupported } from '../refusal';
import type { JqlContext } from './jql-context';
import { dateFunction, dayOf, readInstant } from './jql-dates';
import type { ChoiceField, OrderedField } from './jql-fields';

export interface Operands<Value> {
  /** True when EMPTY is among them. */
  readonly empty: boolean;
  readonly values: readonly Value[];
}

const OF_JIRA = /^(approved|approver|breached|cascadeoption|completed|componentsleadbyuser|currentlogin|earliestunreleasedversion|elapsed|issuehistory|issueswithremotelinksbyglobalid|lastlogin|latestreleasedversion|linkedissues?|myapproval|mypending|opensprints|closedsprints|futuresprints|parentepic|paused|pending|pendingby|projectsleadbyuser|projectswhereuserhaspermission|projectswhereuserhasrole|releasedversions|remaining|running|standardissuetypes|subtaskissuetypes|unreleasedversions|updatedby|votedissues|watchedissues|withincalendarhours|everbreached|childissuesof|choiceoptions?|workitemswith.*)$/; // prettier-ignore

function each(operand: Operand): readonly Exclude<Operand, { operandType: 'list' }>[] {
  return operand.operandType === 'list' ? operand.values.flatMap(each) : [operand];
}

function noFunction(name: string): Error {
  return OF_JIRA.test(name.toLowerCase())
    ? unsupported(`the JQL function '${name}()'`)
    : badRequest(`Unable to find JQL function '${name}()'.`);
}

/** Ids of the values that are named; a value that does not exist is a refusal, as in Jira. */
export function choiceOperands(field: ChoiceField, operand: Operand, context: JqlContext): Operands<string> {
  const values: string[] = [];
  let empty = false;
  for (const entry of each(operand)) {
    if (entry.operandType === 'keyword') {
      empty = true;
    } else if (entry.operandType === 'function') {
      values.push(...accountsOf(entry.function.value, entry.arguments.map((argument) => argument.value), context)); // prettier-ignore
    } else if (field.name.toLowerCase() === 'resolution' && entry.value.toLowerCase() === 'unresolved') {
      empty = true;
    } else {
      const found = field.find(entry.value, context);
      if (found.length === 0)
        throw badRequest(`The value '${entry.value}' does not exist for the field '${field.name}'.`);
      values.push(...found);
    }
  }
  return { empty, values };
}

function accountsOf(name: string, args: readonly string[], { account, site }: JqlContext): readonly string[] {
  if (name.toLowerCase() === 'currentuser') return [account.accountId];
  if (name.toLowerCase() !== 'membersof' || args[0] === undefined) throw noFunction(name);
  const group = site.directory.groups.find((entry) => entry.name === args[0] || entry.groupId === args[0]);
  if (group === undefined) throw badRequest(`Function '${name}' can not generate a list of usernames for group '${args[0]}'; the group does not exist.`); // prettier-ignore
  return group.members;
}

/** Milliseconds for instants, `2026-03-02` for days, numbers. */
export function orderedOperands(field: OrderedField, operand: Operand, context: JqlContext): Operands<number | string> {
  const values: (number | string)[] = [];
  let empty = false;
  for (const entry of each(operand)) {
    if (entry.operandType === 'keyword') empty = true;
    else if (field.by === 'number') values.push(readNumber(field, entry));
    else {
      const instant = readDate(field, entry, context);
      values.push(field.by === 'day' ? dayOf(instant, context) : instant);
    }
  }
  return { empty, values };
}

type Single = ReturnType<typeof each>[number];

function readNumber(field: OrderedField, entry: Single): number {
  if (entry.operandType === 'function') throw noFunction(entry.function.value);
  const value = Number(entry.value);
  if (entry.value.trim() === '' || Number.isNaN(value)) {
    throw badRequest(`Value '${entry.value}' is not a valid number for the field '${field.name}'.`);
  }
  return value;
}

function readDate(field: OrderedField, entry: Single, context: JqlContext): number {
  if (entry.operandType === 'function') {
    const name = entry.function.value;
    const instant = dateFunction(name, entry.arguments.map((argument) => argument.value), context); // prettier-ignore
    if (instant === undefined) throw noFunction(name);
    return instant;
  }
  const instant = readInstant(entry.value, context);
  if (instant === undefined) {
    throw badRequest(
      `Date value '${entry.value}' for field '${field.name}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
        "'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.",
    );
  }
  return instant;
}
