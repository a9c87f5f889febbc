import type { JiraIssue, ScreenField } from '../site/jira-shapes';
import { FieldRow } from './field-row';
import { isText } from './screen-parts';

interface IssueTextsProps {
  readonly issue: JiraIssue;
  readonly screen: readonly ScreenField[];
  readonly onEdit: (fields: readonly ScreenField[]) => void;
}

/** The fields that hold text, in the order of the screen, with room to read them. */
export function IssueTexts({ issue, screen, onEdit }: IssueTextsProps) {
  const texts = screen.filter(isText);
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="issue-texts">
      <h2 className="hidden-text" id="issue-texts">
        Texts
      </h2>
      <dl className="field-list field-list-texts">
        {texts.map((field) => (
          <FieldRow
            key={field.id}
            name={field.name}
            value={issue.fields[field.id]}
            onEdit={() => {
              onEdit([field]);
            }}
          />
        ))}
      </dl>
    </section>
  );
}
