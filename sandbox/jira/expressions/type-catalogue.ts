/**
 * The members of the types that the sandbox knows, and which of them load data.
 * https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/
 */
import { readType } from './expression-type';
import type { ExpressionType } from './expression-type';

/** `name:Type` for a value, `name():Type` for a method; `*` marks an expensive operation. */
const TYPES: Readonly<Record<string, string>> = {
  Issue: `id:Number key:String summary:String description:RichText issueType:IssueType status:IssueStatus
    priority:IssuePriority resolution:Resolution created:Date updated:Date resolutionDate:Date dueDate:CalendarDate
    project:Project assignee*:User reporter*:User creator*:User labels*:List<String> comments*:List<Comment>
    links*:List<IssueLink> changelogs*:List<Changelog> properties:EntityProperties`,
  User: `accountId:String displayName:String active:Boolean timeZone:String groups*:List<String> groupIds*:List<String>
    getProjectRoles*():List<ProjectRole>`,
  Project: 'id:Number key:String name:String style:String projectTypeKey:String lead:User',
  ProjectRole: 'id:Number name:String description:String',
  IssueStatus: 'id:Number name:String description:String category:StatusCategory',
  StatusCategory: 'id:Number key:String name:String colorName:String',
  IssueType: 'id:Number name:String description:String iconUrl:String hierarchyLevel:Number',
  IssuePriority: 'id:Number name:String description:String',
  Resolution: 'id:Number name:String description:String',
  RichText: 'plainText:String',
  Comment: 'id:Number body:RichText author:User created:Date updated:Date',
  IssueLink: `id:Number type:IssueLinkType direction:String inwardIssue:Issue outwardIssue:Issue linkedIssue:Issue`,
  IssueLinkType: 'id:Number name:String inward:String outward:String',
  Changelog: 'id:String author:User items:List<ChangelogItem> created:Date',
  ChangelogItem: 'field:String fieldId:String from:String fromString:String to:String toString:String',
  Transition: 'id:Number name:String from:IssueStatus to:IssueStatus hasScreen:Boolean',
  Workflow: 'id:String name:String',
  EntityProperties: 'get*():Any keys*():List<String>',
  String: `length:Number trim():String toLowerCase():String toUpperCase():String includes():Boolean indexOf():Number
    slice():String split():List<String> repeat():String padStart():String padEnd():String`,
  Date: `toISOString():String getTime():Number toCalendarDate():CalendarDate toCalendarDateUTC():CalendarDate
    getFullYear():Number getMonth():Number getDate():Number getDay():Number plusMonths():Date minusMonths():Date
    plusDays():Date minusDays():Date plusHours():Date minusHours():Date plusMinutes():Date minusMinutes():Date`,
  CalendarDate: `toISOString():String getFullYear():Number getMonth():Number getDate():Number getDay():Number
    plusMonths():CalendarDate minusMonths():CalendarDate plusDays():CalendarDate minusDays():CalendarDate`,
  Boolean: '',
  Number: '',
  null: '',
};

export interface MemberType {
  readonly type: ExpressionType;
  readonly isMethod: boolean;
  readonly isExpensive: boolean;
}

/** Undefined for a type that the catalogue does not know. */
export function membersOfType(typeName: string): ReadonlyMap<string, MemberType> | undefined {
  const text = Object.hasOwn(TYPES, typeName) ? TYPES[typeName] : undefined;
  if (text === undefined) return undefined;
  return new Map(
    [...text.matchAll(/(\w+)(\*?)(\(\))?:(\S+)/g)].map(([, name = '', star, call, type = '']) => [
      name,
      { type: readType(type) ?? { kind: 'any' }, isMethod: call !== undefined, isExpensive: star === '*' },
    ]),
  );
}

/** What the checks take for granted, unless the request says otherwise. */
export const CONTEXT_TYPES: Readonly<Record<string, string>> = {
  user: 'User',
  issue: 'Issue',
  originalIssue: 'Issue',
  issues: 'List<Issue>',
  project: 'Project',
  transition: 'Transition',
  workflow: 'Workflow',
  config: 'Map',
  groupOperator: 'String',
  newIssueType: 'String',
  newIssueTypeData: 'IssueType',
};
