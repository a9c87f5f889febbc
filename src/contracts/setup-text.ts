import type { Obstacle } from '../domain/provisioning/obstacle';
import type { PlanNote, SchemeKind } from '../domain/provisioning/plan';
import type { StepKind } from '../domain/provisioning/planned-step';
import { countOf } from './wording/lists';

/** What stands in the way, and what an administrator can do instead. */
export function obstacleText(obstacle: Obstacle): string {
  switch (obstacle.code) {
    case 'team-managed':
      return 'This project is team-managed: its issue types and workflow are its own, and no app may set them up. Choose a company-managed project, or create one here.';
    case 'change-requests-there':
      return `${countOf(obstacle.count, 'issue')} of the type for change requests ${obstacle.count === 1 ? 'is' : 'are'} in this project already, under another workflow, and nobody can say which stage of a change their statuses stand for. Move them to another issue type or another project first, or create a new project here.`;
    case 'no-issue-types':
      return 'This project has no issue types. Give it a scheme with at least one in the project settings, and look again.';
  }
}

const SCHEMES: Readonly<Record<SchemeKind, string>> = {
  workflows: 'workflow scheme',
  screens: 'issue type screen scheme',
  'issue-types': 'issue type scheme',
};

/** What an administrator should know before agreeing. */
export function planNoteText(note: PlanNote): string {
  switch (note.code) {
    case 'leaves-scheme': {
      const { of, name, others } = note;
      const sharing =
        others === 0 ? '' : `, which ${countOf(others, 'other project')} ${others === 1 ? 'has' : 'have'}`;
      return `The project changes from the ${SCHEMES[of]} “${name}”${sharing} to a copy of its own. The old one stays as it is.`;
    }
    case 'has-issues':
      return `The project has ${countOf(note.count, 'issue')}. They keep their types, their statuses and their workflows; Jira may take some minutes to change the project over.`;
    case 'title-taken':
      return `The policy asks for a field “${note.title}”, and this Jira has a field of that name which is of another kind or lacks options. It is not changed. Rename it, or give it what is missing, and look again.`;
    case 'not-in-project':
      return `“${note.title}” of a change is kept in the field “${note.name}”, which does not apply to this project, so nobody could fill it in here. It is not changed. Add the project to a context of the field in Jira, or choose another field in the field map.`;
  }
}

/** What a kind of step is called, and what it touches: said before it is done. */
export const STEP_TEXTS: Readonly<Record<StepKind, { readonly title: string; readonly touches: string }>> = {
  'issue-type': { title: 'Issue type', touches: 'A new issue type of the site. Other projects do not get it.' },
  field: {
    title: 'Fields',
    touches:
      'New fields of the site. Other projects have them on no screen. Fields that are there already are not changed.',
  },
  options: { title: 'Options of fields', touches: 'Only fields that the app made.' },
  status: {
    title: 'Statuses',
    touches: 'New statuses of the site, used by this workflow only. Statuses that are there already are not changed.',
  },
  screen: { title: 'Screens', touches: 'New screens, for this project only.' },
  'screen-fields': { title: 'Fields on screens', touches: 'Only screens that the app made.' },
  workflow: { title: 'Workflow', touches: 'A new workflow, for this project only, with the gates on its transitions.' },
  scheme: { title: 'Schemes', touches: 'New schemes, for this project only.' },
  'field-map': { title: 'Field map', touches: 'The app writes down where the parts of a change are. Nothing in Jira.' },
  assignment: {
    title: 'Project',
    touches: 'This project changes over to its own schemes. Other projects keep theirs.',
  },
};
