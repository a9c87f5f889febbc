/** Something for the ear only: read out whenever the text changes. */
export function StatusLine({ text }: { readonly text: string }) {
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  );
}
