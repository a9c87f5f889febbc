import Spinner from '@atlaskit/spinner';

/** Says what is being read, to everybody. */
export function LoadingMessage({ what }: { readonly what: string }) {
  return (
    <div className="loading" role="status">
      <Spinner size="medium" label="" />
      <span>{what}</span>
    </div>
  );
}
