import type { FieldMap, JiraName } from '../change/field-map';
import { CHANGE_REQUEST, STAGE_TITLES } from '../change/jira-titles';
import { STAGES, type Stage } from '../change/lifecycle';
import type { Blueprint } from './blueprint';
import { sameName, servingField } from './find-field';
import { SCREEN_KEYS } from './governed-screens';
import { STAGE_CATEGORIES } from './governed-workflow';
import { findMarked, type MarkedPart } from './marks';
import type { FoundIssueType, FoundStatus, NamedThing, Survey } from './survey';

/**
 * What of the project is known to be there: part -> id in Jira. For what has no id of its own (options, fields on a
 * screen) a digest of what was put there.
 */
export type Parts = Readonly<Record<string, string>>;

/** Everything that the next step follows from. */
export interface Situation {
  readonly blueprint: Blueprint;
  readonly survey: Survey;
  /** The field map in force. */
  readonly map: FieldMap;
  readonly parts: Parts;
}

/**
 * Lays what was recorded while things were made over what is found by name or mark. A recorded id of something that is not
 * there any more is forgotten.
 */
export function situationOf(blueprint: Blueprint, survey: Survey, map: FieldMap, recorded: Parts): Situation {
  const found: [string, string | undefined][] = [
    ['issue-type', findIssueType(survey, map.issueType)?.id],
    ...blueprint.fields.map((spec): [string, string | undefined] => [
      `field:${spec.field}`,
      standing(survey.fields, recorded[`field:${spec.field}`]) ?? servingField(spec, survey, map)?.id,
    ]),
    ...STAGES.map((stage): [string, string | undefined] => [
      `status:${stage}`,
      findStatus(survey, stage, map.stages[stage], recorded[`status:${stage}`])?.id,
    ]),
    ...SCREEN_KEYS.map((screen) => marked(`screen:${screen}`, survey.screens)),
    marked('screen-scheme', survey.screenSchemes),
    marked('issue-type-screen-scheme', survey.issueTypeScreenSchemes),
    marked('issue-type-scheme', survey.issueTypeSchemes),
    marked('workflow', survey.workflows),
    marked('workflow-scheme', survey.workflowSchemes),
    ...Object.entries(recorded).filter(([key]) => key.startsWith('options:') || key.startsWith('fill:')),
  ];
  const parts = found.flatMap(([key, id]) => (id === undefined ? [] : [[key, id] as const]));
  return { blueprint, survey, map, parts: Object.fromEntries(parts) };

  function marked(part: MarkedPart, things: readonly NamedThing[]): [string, string | undefined] {
    return [part, standing(things, recorded[part]) ?? findMarked(things, survey.project.id, part)?.id];
  }
}

/** The situation after something was made. */
export function withParts(situation: Situation, made: Parts): Situation {
  return { ...situation, parts: { ...situation.parts, ...made } };
}

export function nameOfThing(things: readonly NamedThing[], id: string | undefined): string | undefined {
  return things.find((thing) => thing.id === id)?.name;
}

function findIssueType({ issueTypes }: Survey, mapped: JiraName): FoundIssueType | undefined {
  const standard = issueTypes.filter((type) => type.standard);
  const wanted = 'id' in mapped ? standard.find(({ id }) => id === mapped.id) : undefined;
  const name = 'name' in mapped ? mapped.name : CHANGE_REQUEST;
  return wanted ?? standard.find((type) => sameName(type.name, name));
}

/** A status of another category is no stand-in, whatever its name: Jira counts issues by it. */
function findStatus(
  { statuses }: Survey,
  stage: Stage,
  mapped: JiraName,
  recorded: string | undefined,
): FoundStatus | undefined {
  const fitting = statuses.filter(({ category }) => category === STAGE_CATEGORIES[stage]);
  const byId = (id: string | undefined) => fitting.find((status) => status.id === id);
  const name = 'name' in mapped ? mapped.name : STAGE_TITLES[stage];
  return (
    byId(recorded) ??
    byId('id' in mapped ? mapped.id : undefined) ??
    fitting.find((status) => sameName(status.name, name))
  );
}

function standing(things: readonly { readonly id: string }[], id: string | undefined): string | undefined {
  return things.find((thing) => thing.id === id)?.id;
}
