import type { Candidate, ProblemView } from '../../contracts/api/candidate';
import { readDocumentText } from '../../contracts/document-text/read-document-text';
import { problemText, type DocumentProblem } from '../../contracts/document-text/document-problem';
import { policyDocument, policyFile } from '../../contracts/policy-document';
import { readAnswers } from '../../contracts/policy-answers';
import { Failure } from '../../domain/failure';
import type { Policy } from '../../domain/policy/policy';
import { offeredPolicy } from '../../usecases/offer-policies';

export type ReadCandidate =
  { readonly readable: true; readonly policy: Policy } | { readonly readable: false; readonly problems: ProblemView[] };

/**
 * The policy that somebody thinks of putting in force: a preset with its answers, or a text of their own.
 * @throws Failure `bad-request` for a preset that does not exist.
 */
export function readCandidate(candidate: Candidate): ReadCandidate {
  if (candidate.from === 'text') {
    const reading = readDocumentText(policyFile, candidate.text);
    return reading.readable
      ? { readable: true, policy: reading.value }
      : { readable: false, problems: reading.problems.map(problemView) };
  }
  const preset = offeredPolicy(candidate.presetId);
  const answers = readAnswers(preset, candidate.answers);
  if (!answers.readable) return { readable: false, problems: answers.problems.map(ofAnswer) };
  const answered = policyDocument.safeParse({ ...preset, answers: answers.value });
  return answered.success
    ? { readable: true, policy: answered.data }
    : { readable: false, problems: answered.error.issues.map(({ message }) => ofAnswer(message)) };
}

/** @throws Failure `bad-request` for a candidate that cannot be read: it was to be checked first. */
export function requirePolicy(candidate: Candidate): Policy {
  const read = readCandidate(candidate);
  if (read.readable) return read.policy;
  throw new Failure(
    'bad-request',
    'This policy cannot be read. Check it to see what is wrong; the policy in force stays.',
  );
}

function problemView(problem: DocumentProblem): ProblemView {
  return { line: problem.line, column: problem.column, path: problem.path, text: problemText(problem) };
}

/** An answer is given in a form, so that its problem has no line. */
function ofAnswer(text: string): ProblemView {
  return { line: 0, column: 0, path: '', text };
}
