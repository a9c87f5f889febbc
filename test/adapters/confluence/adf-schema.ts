import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv-draft-04';

const SCHEMA = resolve(import.meta.dirname, '../../../../shared/contracts/adf-full.57.7.22.schema.json');

/** Whether Atlassian's schema of its document format lies next to the repository. */
export const HAS_ADF_SCHEMA = existsSync(SCHEMA);

/** Everything that Atlassian's schema finds wrong with a document; empty for a valid one. */
export const adfProblems: (document: unknown) => readonly string[] = HAS_ADF_SCHEMA ? checkerOf(SCHEMA) : () => [];

function checkerOf(schema: string): (document: unknown) => readonly string[] {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  return (document) => {
    if (validate(document)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
}
