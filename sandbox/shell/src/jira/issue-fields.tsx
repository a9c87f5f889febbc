import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { JiraIssue, ScreenField } from '../site/jira-shapes';
import { FieldRow } from './field-row';
import { detailsOf, editableOf, otherFieldsOf } from './screen-parts';

interface IssueFieldsProps {
  readonly issue: JiraIssue;
  readonly screen: readonly ScreenField[];
  readonly onEdit: (fields: readonly ScreenField[]) => void;
}

/** The short fields in the order of the edit screen, then what else the work item holds. */
export function IssueFields({ issue, screen, onEdit }: IssueFieldsProps) {
  return (
    <section aria-labelledby="issue-details">
      <div className="section-head">
        <Heading size="small" as="h2" id="issue-details">
          Details
        </Heading>
        {screen.length > 0 && (
          <Button
            spacing="compact"
            onClick={() => {
              onEdit(editableOf(screen));
            }}
          >
            Edit all
          </Button>
        )}
      </div>
      <dl className="field-list">
        <FieldRow name="Work type" value={issue.fields.issuetype} />
        {detailsOf(screen).map((field) => (
          <FieldRow
            key={field.id}
            name={field.name}
            value={issue.fields[field.id]}
            type={field.schema.type}
            onEdit={() => {
              onEdit([field]);
            }}
          />
        ))}
        {otherFieldsOf(issue, screen).map(({ id, name, type }) => (
          <FieldRow key={id} name={name} value={issue.fields[id]} type={type} />
        ))}
      </dl>
    </section>
  );
}
