/** Schemes and screens that belong to one project alone, as Atlassian's templates and the administration page make them. */
import type { IssueTypeScreenScheme, Screen, ScreenScheme } from '../screens/screen-state';
import type { IssueTypeScheme } from './project-state';

export interface TypeOnScreen {
  readonly issueTypeId: string;
  readonly name: string;
  /** On the one screen for creating, editing and viewing, in order. */
  readonly fieldIds: readonly string[];
}

export interface DedicatedSchemes {
  readonly issueTypeScheme: IssueTypeScheme;
  readonly issueTypeScreenScheme: IssueTypeScreenScheme;
  readonly screens: readonly Screen[];
  readonly screenSchemes: readonly ScreenScheme[];
}

/** `types` has at least one. `nextId` gives the next id of a sequence of the site. */
export function dedicatedSchemes(
  nextId: (sequence: string) => string,
  projectKey: string,
  types: readonly TypeOnScreen[],
): DedicatedSchemes {
  const screens = types.map(({ name, fieldIds }) => ({
    id: nextId('screen'),
    name: `${projectKey}: ${name} Screen`,
    description: '',
    tabs: [{ id: nextId('screentab'), name: 'Field Tab', fieldIds: [...fieldIds] }],
  }));
  const screenSchemes = types.map(({ name }, index) => ({
    id: nextId('screenscheme'),
    name: `${projectKey}: ${name} Screen Scheme`,
    description: '',
    screens: { default: screens[index]?.id ?? '' },
  }));
  return {
    screens,
    screenSchemes,
    issueTypeScheme: {
      id: nextId('issuetypescheme'),
      name: `${projectKey}: Issue Type Scheme`,
      description: '',
      isDefault: false,
      defaultIssueTypeId: null,
      issueTypeIds: types.map(({ issueTypeId }) => issueTypeId),
    },
    issueTypeScreenScheme: {
      id: nextId('issuetypescreenscheme'),
      name: `${projectKey}: Issue Type Screen Scheme`,
      description: '',
      defaultScreenSchemeId: screenSchemes[0]?.id ?? '',
      mappings: types.map(({ issueTypeId }, index) => ({
        issueTypeId,
        screenSchemeId: screenSchemes[index]?.id ?? '',
      })),
    },
  };
}
