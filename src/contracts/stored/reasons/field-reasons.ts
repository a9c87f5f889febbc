import { z } from 'zod';
import { fieldId, instant } from '../stored-parts';
import { cause, coded } from './coded';

export const fieldReasons = [
  coded('field-filled', { field: fieldId }),
  coded('field-empty', { field: fieldId }),
  coded('number-expected', { field: fieldId, value: z.string() }),
  coded('field-unknown', { field: fieldId, cause }),
  coded('one-of-fields', { fields: z.array(fieldId) }),
  coded('not-a-link', { field: fieldId }),
  coded('suite-passed', { suite: z.string() }),
  coded('suite-missing', { suite: z.string() }),
  coded('document-updated', { document: z.string() }),
  coded('document-open', { document: z.string() }),
  coded('no-documents-affected', {}),
  coded('review-meeting-held', { at: instant }),
  coded('review-meeting-not-held', { at: instant }),
  coded('milestones-unknown', { cause }),
  coded('risk-level-unknown', { field: fieldId, value: z.string(), levels: z.array(z.string()) }),
] as const;
