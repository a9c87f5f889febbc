import '../log-table.css';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useState } from 'react';
import { adminApi, type PageView } from '../../../src/contracts/api/admin-api';
import { callBackend } from '../bridge/call-backend';
import { pagePath } from '../bridge/open-in-product';
import { ConfirmDialog } from '../elements/confirm-dialog';
import { monthName } from '../elements/instant-text';
import { ProductLink } from '../elements/product-link';
import { type AdminActions } from './use-admin-actions';

interface Props {
  readonly pages: readonly PageView[];
  readonly actions: AdminActions;
}

const keyOf = ({ month, part }: PageView) => `${month}-${String(part)}`;
const nameOf = ({ month, part }: PageView) => (part === 0 ? monthName(month) : `${monthName(month)}, part ${part + 1}`);

/** The pages of the change log, each with how it is and what to do. */
export function PageTable({ pages, actions }: Props) {
  const [asked, setAsked] = useState<PageView>();
  if (pages.length === 0) return <p>No page yet. The first one is written when the first change is closed.</p>;

  const giveUp = async (page: PageView) => {
    const { month, part } = page;
    const taken = await actions.run('giveUpPage', `The page of ${nameOf(page)} is given up; a new one is made.`, () =>
      callBackend('giveUpPage', adminApi.giveUpPage, { month, part }),
    );
    if (taken) setAsked(undefined);
  };

  return (
    <>
      <table className="log-table">
        <caption className="visually-hidden">Pages of the change log</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Page</th>
            <th scope="col">Records</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => (
            <tr key={keyOf(page)}>
              <th scope="row">{nameOf(page)}</th>
              <td data-label="Page" className="wide-cell">
                <PageTitle page={page} />
              </td>
              <td data-label="Records">{page.records}</td>
              <td data-label="State" className="wide-cell">
                <PageState page={page} onGiveUp={() => setAsked(page)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <ConfirmDialog
          title={`Give up the page of ${nameOf(asked)}?`}
          confirm="Give the page up"
          isDangerous
          isBusy={actions.busy === 'giveUpPage'}
          failure={actions.failure?.name === 'giveUpPage' ? actions.failure.error : undefined}
          onConfirm={() => void giveUp(asked)}
          onClose={() => {
            setAsked(undefined);
            actions.forget();
          }}
        >
          <p>
            A new page is made from the records, {asked.records === 1 ? '1 change' : `${String(asked.records)} changes`}{' '}
            in all. The old page is no longer kept up.
          </p>
          <p>
            Lost are notes that people wrote on the old page, its comments, its version history and every link to it. If
            it only lies in the trash, restore it there instead. This step goes on record with your name.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function PageTitle({ page: { title, pageId, renamedTo } }: { readonly page: PageView }) {
  const shown = renamedTo ?? title;
  return (
    <>
      {pageId === null ? shown : <ProductLink path={pagePath(pageId)}>{shown}</ProductLink>}
      {renamedTo !== null && <p className="subtle">Renamed; it was {title}.</p>}
    </>
  );
}

function PageState({ page, onGiveUp }: { readonly page: PageView; readonly onGiveUp: () => void }) {
  if (page.problem === null) {
    return page.published ? (
      <Lozenge appearance="success">Published</Lozenge>
    ) : (
      <Lozenge appearance="inprogress">Waiting</Lozenge>
    );
  }
  return (
    <div className="page-problem">
      <Lozenge appearance="removed">Problem</Lozenge>
      <p className="as-written">{page.problem}</p>
      {page.mayGiveUp && (
        <Button onClick={onGiveUp} aria-label={`Give up the page of ${nameOf(page)}…`}>
          Give up page…
        </Button>
      )}
    </div>
  );
}
