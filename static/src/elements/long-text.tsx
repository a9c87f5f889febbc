import { useId, useState } from 'react';

const SHORT = 420;
const SHORT_LINES = 6;

/** Where to cut: at a number of lines or characters, never inside a character. Undefined: it is short already. */
function shortened(text: string): string | undefined {
  const byLines = text.split('\n', SHORT_LINES).join('\n');
  const characters = Array.from(byLines);
  const cut = characters.length > SHORT ? characters.slice(0, SHORT).join('') : byLines;
  // A cut that hides only a few words helps nobody.
  return text.length - cut.length > 80 ? cut.trimEnd() : undefined;
}

interface Props {
  readonly text: string;
  /** Whose text it is, for the name of the button and of the region, e.g. "Rollback steps". */
  readonly label: string;
}

/** Text as it was written, line breaks and all, never markup. Long text is cut until somebody asks for all of it. */
export function LongText({ text, label }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const short = shortened(text);
  if (short === undefined) return <p className="as-written">{text}</p>;
  return (
    <div>
      {isOpen ? (
        <div id={id} className="as-written long-text" role="region" aria-label={label} tabIndex={0}>
          {text}
        </div>
      ) : (
        <p id={id} className="as-written">
          {short}…
        </p>
      )}
      <button
        type="button"
        className="text-button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={isOpen ? `Show less of ${label}` : `Show all of ${label}`}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Show less' : `Show all (${text.length.toLocaleString('en')} characters)`}
      </button>
    </div>
  );
}
