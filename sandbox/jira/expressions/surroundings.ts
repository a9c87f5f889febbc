/** What every Jira expression can use besides its context: `Number`, and the types that `new` makes. */
import { mayBrowse, maySeeProject } from '../access';
import type { Account, JiraSite } from '../jira-site';
import { method, textArgument } from './arguments';
import { calendarDateValue, dateMember, dateValue, readCalendarDate, readDate } from './date-values';
import { UnsupportedExpression } from './expression-problem';
import type { Surroundings } from './evaluate-expression';
import { issueObject, richTextOf } from './issue-object';
import { projectObject, userObject } from './jira-objects';
import type { Meter } from './meter';
import { valueJson } from './operators';
import { hasKind } from './values';
import type { Value } from './values';

/** For an expression that runs on behalf of `viewer`, with these context variables. */
export function surroundingsOf(site: JiraSite, viewer: Account, variables: ReadonlyMap<string, Value>): Surroundings {
  const zone = site.directory.findPerson(viewer.accountId)?.timeZone ?? 'UTC';
  const number = method('Number', [1, 1], ([given = null]) => numberOf(given));
  return {
    variables,
    functions: new Map([['Number', number]]),
    construct: (typeName, args, meter) => construct(site, viewer, zone, typeName, args, meter),
    zone,
  };
}

function numberOf(given: Value): number {
  if (typeof given === 'number') return given;
  return typeof given === 'string' && given.trim() !== '' ? Number(given) : Number.NaN;
}

function construct(
  site: JiraSite,
  viewer: Account,
  zone: string,
  typeName: string,
  args: readonly Value[],
  meter: Meter,
): Value | undefined {
  const [given] = args;
  switch (typeName) {
    case 'Date':
      return given === undefined ? dateValue(site.clock.now()) : readDate(given);
    case 'CalendarDate':
      return given === undefined ? today(site, zone, meter) : readCalendarDate(given);
    case 'Map':
      return new Map();
    case 'User':
      return loadUser(site, viewer, textArgument('new User', given), meter);
    case 'Issue':
      return loadIssue(site, viewer, given, meter);
    case 'Project':
      return loadProject(site, viewer, given, meter);
    case 'RichText':
      return richTextOf(valueJson(given ?? null));
    default:
      return undefined;
  }
}

function today(site: JiraSite, zone: string, meter: Meter): Value {
  meter.step();
  const convert = dateMember(dateValue(site.clock.now()), 'toCalendarDate', zone);
  return convert !== undefined && hasKind(convert, 'function') ? convert.call([]) : calendarDateValue('');
}

function loadUser(site: JiraSite, viewer: Account, accountId: string, meter: Meter): Value {
  meter.load();
  return site.directory.findPerson(accountId) === undefined ? null : userObject(site, accountId, viewer);
}

function loadIssue(site: JiraSite, viewer: Account, given: Value | undefined, meter: Meter): Value {
  meter.load();
  const issue = site.store.findIssue(idOrKey(given));
  return issue === undefined || !mayBrowse(site, viewer, issue)
    ? null
    : issueObject(site, issue, { viewer, inContext: false });
}

function loadProject(site: JiraSite, viewer: Account, given: Value | undefined, meter: Meter): Value {
  meter.load();
  const project = site.store.findProject(idOrKey(given));
  return project === undefined || !maySeeProject(site, viewer, project) ? null : projectObject(site, project, viewer);
}

function idOrKey(given: Value | undefined): string {
  if (typeof given === 'number') return String(given);
  if (typeof given === 'string') return given;
  throw new UnsupportedExpression('new of something that is neither an id nor a key');
}
