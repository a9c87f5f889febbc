/** The schemes and the screen that every Jira site has before it has a project; they cannot be deleted. */
import type { IssueTypeScreenScheme, Screen, ScreenScheme } from '../screens/screen-state';
import type { IssueTypeScheme } from './project-state';

export const DEFAULT_ISSUE_TYPE_SCHEME = '10000';
export const DEFAULT_SCREEN = '1';
export const DEFAULT_SCREEN_SCHEME = '1';
export const DEFAULT_ISSUE_TYPE_SCREEN_SCHEME = '1';

export interface SiteDefaults {
  readonly issueTypeSchemes: IssueTypeScheme[];
  readonly screens: Screen[];
  readonly screenSchemes: ScreenScheme[];
  readonly issueTypeScreenSchemes: IssueTypeScreenScheme[];
}

/** A new copy for each site. The default issue type scheme has all issue types of the site. */
export function siteDefaults(issueTypeIds: readonly string[] = []): SiteDefaults {
  return {
    issueTypeSchemes: [
      {
        id: DEFAULT_ISSUE_TYPE_SCHEME,
        name: 'Default Issue Type Scheme',
        description:
          'Default issue type scheme is the list of global issue types. All newly created issue types will automatically be added to this scheme.',
        isDefault: true,
        defaultIssueTypeId: null,
        issueTypeIds: [...issueTypeIds],
      },
    ],
    screens: [
      {
        id: DEFAULT_SCREEN,
        name: 'Default Screen',
        description: 'Allows to update all system fields.',
        tabs: [
          {
            id: '1',
            name: 'Field Tab',
            fieldIds: ['summary', 'issuetype', 'priority', 'duedate', 'assignee', 'reporter', 'description', 'labels'],
          },
        ],
      },
    ],
    screenSchemes: [
      {
        id: DEFAULT_SCREEN_SCHEME,
        name: 'Default Screen Scheme',
        description: 'Default Screen Scheme',
        screens: { default: DEFAULT_SCREEN },
      },
    ],
    issueTypeScreenSchemes: [
      {
        id: DEFAULT_ISSUE_TYPE_SCREEN_SCHEME,
        name: 'Default Issue Type Screen Scheme',
        description: 'The default issue type screen scheme',
        defaultScreenSchemeId: DEFAULT_SCREEN_SCHEME,
        mappings: [],
      },
    ],
  };
}
