import { z } from 'zod';
import type { PolicyMetadata, Revision } from '../../domain/policy/policy';
import { civilDate, count, name, names, text } from './parts';

const revision = z.strictObject({
  version: name.describe('The version.'),
  date: civilDate.describe('Its date.'),
  author: name.describe('Who wrote it.'),
  changes: text.describe('What changed.'),
}) satisfies z.ZodType<Revision>;

const framework = z.strictObject({
  name: name.describe('E.g. `ISO/IEC 27001`.'),
  controls: names.describe('Its controls that the policy supports: `[A.8.32]`.'),
});

/** What the document says about itself. Nothing of it decides about a change. */
export const about = z.strictObject({
  owner: name.exactOptional().describe('Who answers for the policy.'),
  author: name.exactOptional().describe('Who wrote it.'),
  approvedBy: name.exactOptional().describe('Who approved it.'),
  approvedOn: civilDate.exactOptional().describe('When it was approved.'),
  status: name.exactOptional().describe('As the document has it, e.g. `approved`.'),
  effectiveDate: civilDate.exactOptional().describe('From when on it is in effect.'),
  lastUpdated: name.exactOptional().describe('When it was changed last, in the words of the document.'),
  nextReview: civilDate
    .exactOptional()
    .describe('By when it must be looked at again. A review that is overdue is reported.'),
  reviewEveryMonths: count(120).exactOptional().describe('How often it must be looked at again.'),
  reviewTriggers: names.exactOptional().describe('What else calls for a review, e.g. `a significant incident`.'),
  frameworks: z
    .array(framework)
    .max(50)
    .exactOptional()
    .describe('Frameworks and the controls in them that it supports.'),
  revisions: z.array(revision).max(200).exactOptional().describe('The history of the document.'),
  source: name.exactOptional().describe('Where the document is, or the file it came from.'),
}) satisfies z.ZodType<PolicyMetadata>;
