/** A disc with the initials of a name; decoration, the name stands beside it. */
export function Initials({ name, large = false }: { readonly name: string; readonly large?: boolean }) {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .filter((letter) => /\p{L}/u.test(letter));
  const shown = (initials[0] ?? '') + (initials.length > 1 ? (initials[initials.length - 1] ?? '') : '');
  return (
    <span className={large ? 'initials initials-large' : 'initials'} data-tone={toneOf(name)} aria-hidden="true">
      {shown.toUpperCase()}
    </span>
  );
}

/** The same tone for the same name, out of six. */
function toneOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;
}
