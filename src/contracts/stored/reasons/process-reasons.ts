import { z } from 'zod';
import { duty } from '../stored-parts';
import { coded } from './coded';

const entry = z.string();
const type = z.string();
const types = z.array(z.string());

export const processReasons = [
  coded('in-catalogue', { entry }),
  coded('not-in-catalogue', { entry: entry.nullable(), entries: z.array(z.string()) }),
  coded('catalogue-entry-expired', { entry, until: z.string() }),
  coded('catalogue-entry-not-fitting', { entry }),
  coded('type-allowed', { type }),
  coded('type-not-allowed', { type, types }),
  coded('is-emergency', { type }),
  coded('not-an-emergency', { type, types }),
  coded('no-emergency-path', {}),
  coded('no-exception-asked', {}),
  coded('no-exception-path', {}),
  coded('exception-from-nothing', { asked: z.string() }),
  coded('votes-stay-barred', { clause: z.string(), duties: z.array(duty) }),
  coded('excepted', { clauses: z.array(z.string()), exception: z.string().nullable() }),
  coded('out-of-scope', {}),
  coded('condition-unknown', { ruleId: z.string() }),
  coded('question-open', { question: z.string() }),
] as const;
