import SectionMessage from '@atlaskit/section-message';

/** What is stored but cannot be read, so that it counts as not known. */
export function UnreadableDocuments({ documents }: { readonly documents: readonly string[] }) {
  if (documents.length === 0) return null;
  return (
    <SectionMessage appearance="error" title="Stored documents cannot be read">
      <p>Nothing overwrites them, and changes that need them are held. Give this list to whoever supports the app.</p>
      <ul className="unreadable">
        {documents.map((document) => (
          <li key={document} className="as-written">
            {document}
          </li>
        ))}
      </ul>
    </SectionMessage>
  );
}
