import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { isRecord } from '../adf/document';
import { textToAdf } from '../adf/plain-text';
import { useInstalledApp } from '../apps/installed-app';
import { RefusalBox } from '../jira/refusal-box';
import { MessageLines } from '../loading';
import { navigate } from '../routing';
import { useSession } from '../session';
import type { AppModule } from '../site/app-api';
import { trashPage, updatePage, type Page } from '../site/confluence-api';
import { linesOf } from '../site/site-client';
import { macroNode } from './macro-node';
import { TitleDialog } from './title-dialog';

interface PageActionsProps {
  readonly page: Page;
  readonly spaceKey: string;
  readonly onChanged: () => void;
}

/** What an editor can do with a page here. */
export function PageActions({ page, spaceKey, onChanged }: PageActionsProps) {
  const { site } = useSession();
  const { macros, identity } = useInstalledApp();
  const [dialog, setDialog] = useState<'rename' | 'write'>();
  const [problem, setProblem] = useState<readonly string[]>([]);
  const attempt = async (work: () => Promise<void>) => {
    setProblem([]);
    await work().catch((error: unknown) => {
      setProblem(linesOf(error));
    });
  };
  const close = () => {
    setDialog(undefined);
  };
  const write = async (nodes: readonly unknown[], message: string) => {
    await updatePage(site, page, { adf: appended(page, nodes), message });
    onChanged();
  };
  const canAppend = 'adf' in page.body;
  return (
    <div className="page-actions">
      <div className="button-row">
        <Button
          spacing="compact"
          onClick={() => {
            setDialog('rename');
          }}
        >
          Rename
        </Button>
        {canAppend && (
          <Button
            spacing="compact"
            onClick={() => {
              setDialog('write');
            }}
          >
            Add text
          </Button>
        )}
        {canAppend &&
          identity !== undefined &&
          macros.map((macro: AppModule) => (
            <Button
              key={macro.key}
              spacing="compact"
              onClick={() => void attempt(() => write([macroNode(identity, macro)], `Added ${macro.title}`))}
            >
              {`Add macro “${macro.title}”`}
            </Button>
          ))}
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() =>
            void attempt(async () => {
              await trashPage(site, page.id);
              onChanged();
              navigate(`/wiki/spaces/${spaceKey}`);
            })
          }
        >
          Delete
        </Button>
      </div>
      {problem.length > 0 && (
        <RefusalBox title="Confluence refused this">
          <MessageLines lines={problem} />
        </RefusalBox>
      )}
      <ModalTransition>
        {dialog === 'rename' && (
          <TitleDialog
            heading="Rename the page"
            title={page.title}
            submitLabel="Rename"
            onClose={close}
            onSubmit={async (title) => {
              await updatePage(site, page, { title });
              close();
              onChanged();
            }}
          />
        )}
        {dialog === 'write' && (
          <TitleDialog
            heading="Add text at the end"
            title=""
            submitLabel="Add"
            long
            onClose={close}
            onSubmit={async (text) => {
              const added = textToAdf(text);
              if (isRecord(added) && Array.isArray(added['content'])) await write(added['content'], 'Added text');
              close();
            }}
          />
        )}
      </ModalTransition>
    </div>
  );
}

/** The document of a page with more at its end. */
function appended(page: Page, nodes: readonly unknown[]): unknown {
  const document = 'adf' in page.body && isRecord(page.body.adf) ? page.body.adf : {};
  const content: readonly unknown[] = Array.isArray(document['content']) ? document['content'] : [];
  return { type: 'doc', version: 1, content: [...content, ...nodes] };
}
