import Lozenge from '@atlaskit/lozenge';
import type { JiraStatus } from '../site/jira-shapes';

/** The name of a status in the colour of its category. */
export function StatusLozenge({ status }: { readonly status: JiraStatus }) {
  const category = status.statusCategory?.key;
  return (
    <Lozenge appearance={category === 'done' ? 'success' : category === 'indeterminate' ? 'inprogress' : 'default'}>
      {status.name}
    </Lozenge>
  );
}
