import { type ProblemView } from '../../../../src/contracts/api/candidate';
import { countText } from '../../elements/count-text';

interface Props {
  readonly problems: readonly ProblemView[];
  /** Brings the reader to the place; absent where the problem is not in a text. */
  readonly onGo: ((problem: ProblemView) => void) | undefined;
}

/** Why a policy cannot be read: each problem with its place. */
export function ProblemList({ problems, onGo }: Props) {
  return (
    <>
      <p>
        The policy cannot be read: {countText(problems.length, 'problem')}. Nothing else can be checked before that is
        mended.
      </p>
      <ul className="problems">
        {problems.map((problem, index) => (
          <li key={`${String(problem.line)}-${String(problem.column)}-${String(index)}`}>
            {onGo !== undefined && problem.line > 0 && (
              <button type="button" className="text-button problem-place" onClick={() => onGo(problem)}>
                Line {problem.line}, column {problem.column}
              </button>
            )}
            <p>
              <span className="as-written">{problem.text}</span>
              {problem.path !== '' && <code className="problem-path">{problem.path}</code>}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
