import EmptyState from '@atlaskit/empty-state';
import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import { useCallback } from 'react';
import { AdfView } from '../adf/adf-view';
import { parseAdf, type AdfNode } from '../adf/document';
import { AppFrame } from '../apps/app-frame';
import { useInstalledApp } from '../apps/installed-app';
import { formatInstant } from '../date-time';
import { Loaded, useLoad } from '../loading';
import { useSession } from '../session';
import { fetchPage, fetchVersions, mayOnPages, type Page } from '../site/confluence-api';
import { macroKeyOf } from './macro-node';
import { PageActions } from './page-actions';
import { PageHistory } from './page-history';

interface PageViewProps {
  readonly pageId: string;
  readonly spaceKey: string;
  /** The page was renamed, changed or deleted. */
  readonly onChanged: () => void;
}

/** A page of Confluence as its reader sees it. */
export function PageView({ pageId, spaceKey, onChanged }: PageViewProps) {
  const { site } = useSession();
  const loading = useLoad(
    useCallback(async () => {
      const [page, versions, mayEdit] = await Promise.all([
        fetchPage(site, pageId),
        fetchVersions(site, pageId),
        mayOnPages(site, `pages/${pageId}`, 'update'),
      ]);
      return { page, versions, mayEdit };
    }, [site, pageId]),
  );
  const changed = () => {
    loading.reload();
    onChanged();
  };
  return (
    <Loaded from={loading} what="the page">
      {({ page, versions, mayEdit }) => (
        <>
          <div className="page-head">
            <h1 className="page-title">{page.title}</h1>
            {mayEdit && <PageActions page={page} spaceKey={spaceKey} onChanged={changed} />}
          </div>
          <Byline page={page} />
          <PageBody page={page} />
          <PageHistory versions={versions} />
        </>
      )}
    </Loaded>
  );
}

function Byline({ page }: { readonly page: Page }) {
  const { nameOf, me } = useSession();
  const { version, labels } = page;
  return (
    <p className="quiet byline">
      <span>
        {version.number === 1 ? 'Written' : 'Last changed'} by {nameOf(version.authorId)},{' '}
        {formatInstant(version.createdAt, me.timeZone)} · version {version.number}
      </span>
      {labels.map((label) => (
        <Lozenge key={label}>{label}</Lozenge>
      ))}
    </p>
  );
}

function PageBody({ page }: { readonly page: Page }) {
  const { macros } = useInstalledApp();
  if ('storage' in page.body) {
    return (
      <>
        <SectionMessage appearance="information" title="This page was written in storage format">
          <p>This local stand-in shows its source instead of drawing it.</p>
        </SectionMessage>
        <pre tabIndex={0}>{page.body.storage}</pre>
      </>
    );
  }
  if (parseAdf(page.body.adf).content.length === 0) {
    return (
      <EmptyState headingLevel={2} header="This page is empty" description="Nobody has written anything here yet." />
    );
  }
  const renderMacro = (node: AdfNode) => {
    const macro = macros.find(({ key }) => key === macroKeyOf(node));
    return macro === undefined ? undefined : <AppFrame moduleKey={macro.key} title={macro.title} contentId={page.id} />;
  };
  return <AdfView document={page.body.adf} renderMacro={renderMacro} />;
}
