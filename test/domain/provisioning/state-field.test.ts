import { describe, expect, it } from '@jest/globals';
import { DEFAULT_FIELD_MAP } from '../../../src/domain/change/field-map';
import { blueprintFor } from '../../../src/domain/provisioning/blueprint';
import { contentSteps } from '../../../src/domain/provisioning/content-steps';
import { FIRST_ON_MAIN_SCREEN } from '../../../src/domain/provisioning/governed-screens';
import { situationOf } from '../../../src/domain/provisioning/situation';
import type { FoundField } from '../../../src/domain/provisioning/survey';
import { NO_SETTINGS } from '../../../src/domain/settings';
import { surveyOf } from '../../builders/surveys';

const STATE: FoundField = { id: 'customfield_7', name: 'Change control', description: '', form: null, inProject: true, options: null, saysState: true }; // prettier-ignore
const SCREENS = [
  { id: '77', name: 'OPS: Change Request', description: '' },
  { id: '78', name: 'OPS: Close', description: '' },
];

function placedOn(key: 'fill:main' | 'fill:close', fields: readonly FoundField[]): readonly string[] {
  const survey = surveyOf({ fields, screens: SCREENS });
  const parts = { 'screen:main': '77', 'screen:close': '78' };
  const situation = situationOf(blueprintFor(undefined, NO_SETTINGS), survey, DEFAULT_FIELD_MAP, parts);
  const work = contentSteps(situation)
    .find((step) => step.key === key)
    ?.work();
  return work?.do === 'fill-screen' ? work.fieldIds : [];
}

describe('the field that says where a change stands', () => {
  it('is put on the main screen of change requests, after the fields of Jira', () => {
    expect(placedOn('fill:main', [STATE])).toEqual([...FIRST_ON_MAIN_SCREEN, 'customfield_7']);
  });

  it('is put on no screen of a transition, where nobody could fill it in', () => {
    expect(placedOn('fill:close', [STATE])).toEqual([]);
  });

  it('is no other field of the same name', () => {
    const { saysState: _left, ...other } = STATE;
    expect(placedOn('fill:main', [other])).toEqual([...FIRST_ON_MAIN_SCREEN]);
  });
});
