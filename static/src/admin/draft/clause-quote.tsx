import { type QuestionView } from '../../../../src/contracts/api/candidate';

interface Props {
  readonly clause: QuestionView['clauses'][number];
  /** Words that are marked where the clause has them. */
  readonly marked: string | null;
}

/** A clause in its own words, with the blank that is to be filled in marked. */
export function ClauseQuote({ clause: { id, text }, marked }: Props) {
  const at = marked === null ? -1 : text.indexOf(marked);
  return (
    <blockquote className="clause-quote">
      <strong>{id}</strong>{' '}
      <span className="as-written">
        {marked === null || at < 0 ? (
          text
        ) : (
          <>
            {text.slice(0, at)}
            <mark>{marked}</mark>
            {text.slice(at + marked.length)}
          </>
        )}
      </span>
    </blockquote>
  );
}
