import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import ModalDialog, { ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { useSession } from '../session';
import { editIssue } from '../site/jira-api';
import type { JiraIssue, ScreenField } from '../site/jira-shapes';
import { FieldValue } from './field-value';
import { ScreenForm } from './screen-form';

/** Always shown elsewhere on the page, or not worth a line. */
const ELSEWHERE = ['summary', 'status', 'issuetype', 'project', 'comment', 'issuelinks', 'attachment'];

interface IssueFieldsProps {
  readonly issue: JiraIssue;
  readonly screen: readonly ScreenField[];
  readonly onSaved: () => void;
}

/** The fields in the order of the edit screen, each with a way to edit it, then what else the work item holds. */
export function IssueFields({ issue, screen, onSaved }: IssueFieldsProps) {
  const { site } = useSession();
  const [editing, setEditing] = useState<readonly ScreenField[]>();
  const onScreen = screen.filter(({ id }) => !ELSEWHERE.includes(id));
  const others = otherFields(issue, screen);
  const close = () => {
    setEditing(undefined);
  };
  return (
    <section className="fields" aria-labelledby="issue-details">
      <div className="section-head">
        <Heading size="small" as="h2" id="issue-details">
          Details
        </Heading>
        {screen.length > 0 && (
          <Button
            spacing="compact"
            onClick={() => {
              setEditing(
                screen.filter(
                  ({ id }) => !['issuetype', 'project', 'comment', 'issuelinks', 'attachment'].includes(id),
                ),
              );
            }}
          >
            Edit
          </Button>
        )}
      </div>
      <dl className="field-list">
        <Row name="Work type" value={issue.fields.issuetype} />
        {onScreen.map((field) => (
          <Row
            key={field.id}
            name={field.name}
            value={issue.fields[field.id]}
            type={field.schema.type}
            onEdit={() => {
              setEditing([field]);
            }}
          />
        ))}
        {others.map(({ id, name, type }) => (
          <Row key={id} name={name} value={issue.fields[id]} type={type} />
        ))}
      </dl>
      <ModalTransition>
        {editing !== undefined && (
          <ModalDialog onClose={close} width="medium" shouldScrollInViewport label={`Edit ${issue.key}`}>
            <ScreenForm
              title={editing.length === 1 ? (editing[0]?.name ?? '') : `Edit ${issue.key}`}
              fields={editing}
              values={issue.fields}
              submitLabel="Save"
              onClose={close}
              onSubmit={async (changed) => {
                if (Object.keys(changed).length > 0) {
                  await editIssue(site, issue.key, changed);
                  onSaved();
                }
                close();
              }}
            />
          </ModalDialog>
        )}
      </ModalTransition>
    </section>
  );
}

interface OtherField {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Fields that are not on the screen but hold something, people and dates first. */
function otherFields(issue: JiraIssue, screen: readonly ScreenField[]): readonly OtherField[] {
  const first = ['assignee', 'reporter', 'created', 'updated', 'resolution'];
  const known = new Set([...ELSEWHERE, ...screen.map(({ id }) => id)]);
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  return Object.entries(issue.fields)
    .filter(([id, value]) => !known.has(id) && (isWorthALine(value) || id === 'assignee'))
    .map(([id]) => ({ id, name: issue.names[id] ?? id, type: issue.schema[id]?.type ?? '' }))
    .filter(({ type }) => !['progress', 'votes', 'watches', 'any', 'statusCategory'].includes(type))
    .sort((left, right) => rank(left.id) - rank(right.id));
}

function isWorthALine(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function Row({
  name,
  value,
  type,
  onEdit,
}: {
  readonly name: string;
  readonly value: unknown;
  readonly type?: string;
  readonly onEdit?: () => void;
}) {
  return (
    <div className="field-row">
      <dt>{name}</dt>
      <dd>
        <div className="field-row-value">
          <FieldValue value={value} {...(type === undefined ? {} : { type })} />
        </div>
        {onEdit !== undefined && (
          <button type="button" className="edit-link" aria-label={`Edit ${name}`} onClick={onEdit}>
            Edit
          </button>
        )}
      </dd>
    </div>
  );
}
