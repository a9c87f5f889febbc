import { digestOf } from '../canonical';
import { CHANGE_REQUEST, GATE_TITLES, STAGE_TITLES } from '../change/jira-titles';
import { STAGES } from '../change/lifecycle';
import { fieldsOnScreen } from './blueprint';
import type { FieldSpec } from './field-spec';
import { isTitleTaken, servingField } from './find-field';
import { FIRST_ON_MAIN_SCREEN, SCREEN_KEYS, type ScreenKey } from './governed-screens';
import { STAGE_CATEGORIES } from './governed-workflow';
import { describedAs, fieldDescription, freeName } from './marks';
import { idOf, type StepWithWork } from './planned-step';
import { nameOfThing, type Situation } from './situation';

/** The steps that make what a change consists of: the issue type, its fields, its statuses. The whole site shares them. */
export function contentSteps(situation: Situation): readonly StepWithWork[] {
  const fields = situation.blueprint.fields.filter((spec) => !isTitleTaken(spec, situation.survey));
  return [
    issueTypeStep(situation),
    ...fields.flatMap((spec) => fieldSteps(situation, spec)),
    statusesStep(situation),
    ...SCREEN_KEYS.flatMap((screen) => screenSteps(situation, screen)),
  ];
}

function issueTypeStep({ survey, parts }: Situation): StepWithWork {
  const id = parts['issue-type'];
  const name = survey.issueTypes.find((type) => type.id === id)?.name ?? freeName(CHANGE_REQUEST, survey.issueTypes);
  return {
    key: 'issue-type',
    kind: 'issue-type',
    name,
    state: id === undefined ? 'to-do' : 'there',
    work: () => ({
      do: 'make-issue-type',
      name,
      description: 'A proposal to change a system, governed by the change-management policy.',
    }),
  };
}

function fieldSteps(situation: Situation, spec: FieldSpec): readonly StepWithWork[] {
  const { survey, map, parts } = situation;
  const { field, form } = spec;
  const options = spec.options.length > 0 ? spec.options : spec.suggestedOptions;
  const id = parts[`field:${field}`];
  const serving = servingField(spec, survey, map);
  const name = serving?.name ?? freeName(spec.title, survey.fields);
  // Known and not found before: it was made a moment ago.
  const madeByApp = serving?.madeByApp ?? true;
  const made: StepWithWork = {
    key: `field:${field}`,
    kind: 'field',
    name,
    state: id === undefined ? 'to-do' : madeByApp ? 'there' : 'reused',
    work: () => ({ do: 'make-field', field, form, name, description: fieldDescription(spec) }),
  };
  if (options.length === 0 || !madeByApp) return [made];
  const filled: StepWithWork = {
    key: `options:${field}`,
    kind: 'options',
    name,
    state: id !== undefined && parts[`options:${field}`] === contentMark(id, options) ? 'there' : 'to-do',
    work: () => ({ do: 'add-options', field, fieldId: idOf(situation, `field:${field}`), options }),
  };
  return [made, filled];
}

function statusesStep({ survey, parts }: Situation): StepWithWork {
  const missing = STAGES.filter((stage) => parts[`status:${stage}`] === undefined);
  const taken = survey.statuses.map(({ name }) => ({ name }));
  const statuses = missing.map((stage) => ({
    stage,
    name: freeName(STAGE_TITLES[stage], taken),
    description: '',
    category: STAGE_CATEGORIES[stage],
  }));
  return {
    key: 'statuses',
    kind: 'status',
    name: (missing.length === 0 ? STAGES.map((stage) => STAGE_TITLES[stage]) : statuses.map(({ name }) => name)).join(
      ', ',
    ),
    state: missing.length === 0 ? 'there' : 'to-do',
    work: () => ({ do: 'make-statuses', statuses }),
  };
}

function screenSteps(situation: Situation, screen: ScreenKey): readonly StepWithWork[] {
  const { survey, parts, blueprint } = situation;
  const { project } = survey;
  const key = `screen:${screen}` as const;
  const id = parts[key];
  const title = screen === 'main' ? CHANGE_REQUEST : `${GATE_TITLES[screen]} a change`;
  const name = nameOfThing(survey.screens, id) ?? freeName(`${project.key}: ${title}`, survey.screens);
  const wanted = fieldsOnScreen(blueprint, screen);
  const known = wanted.flatMap((field) => parts[`field:${field}`] ?? []);
  // A field that is still to be made goes on the screen then: the plan must not call the screen complete before.
  const awaited = blueprint.fields.some(
    (spec) => wanted.includes(spec.field) && parts[`field:${spec.field}`] === undefined && !isTitleTaken(spec, survey),
  );
  const stateFields = survey.fields.filter(({ saysState }) => saysState).map((field) => field.id);
  const first = screen === 'main' ? [...FIRST_ON_MAIN_SCREEN, ...stateFields] : [];
  const fieldIds = [...new Set([...first, ...known])];
  const filled = parts[`fill:${screen}`];
  return [
    {
      key,
      kind: 'screen',
      name,
      state: id === undefined ? 'to-do' : 'there',
      work: () => ({
        do: 'make-screen',
        name,
        description: describedAs('Made by Change Control for change requests.', project.id, key),
      }),
    },
    {
      key: `fill:${screen}`,
      kind: 'screen-fields',
      name,
      state: id !== undefined && !awaited && filled === contentMark(id, fieldIds) ? 'there' : 'to-do',
      work: () => ({ do: 'fill-screen', screenId: idOf(situation, key), fieldIds }),
    },
  ];
}

/** Tells what was put where, so that other content is put there again. */
export function contentMark(id: string, content: readonly string[]): string {
  return digestOf([id, content]);
}
