import { z } from 'zod';
import type { AdfValidator } from './adf-document';
import { badRequest, unsupported } from './confluence-error';
import type { PageBody } from './content-model';

const written = z.strictObject({ representation: z.string(), value: z.string() });

/** `body` of a create or update: one body, or one body under the name of its representation. */
export const bodyWriteSchema = z.union([
  written,
  z.strictObject({ storage: written.optional(), atlas_doc_format: written.optional(), wiki: written.optional() }),
]);

export type BodyWrite = z.infer<typeof bodyWriteSchema>;

/** The body to store. 400 for what Confluence would not take, 501 for a representation that the sandbox cannot read. */
export function readBody(body: BodyWrite, adf: AdfValidator): PageBody {
  const { representation, value } = single(body);
  if (representation === 'atlas_doc_format') {
    requireValidAdf(value, adf);
    return { representation, value };
  }
  if (representation === 'storage') {
    requireWellFormed(value);
    return { representation, value };
  }
  if (representation === 'wiki') throw unsupported('bodies in the representation wiki');
  throw badRequest(`Unknown body representation: ${representation}`);
}

/** What is written under `body` of an answer when `body-format` asks for a representation. */
export function showBody(body: PageBody, format: string | undefined): Record<string, unknown> {
  if (format === undefined) return {};
  if (format !== 'storage' && format !== 'atlas_doc_format') {
    throw unsupported(`body-format=${format}`);
  }
  if (format !== body.representation) {
    throw unsupported(`reading a page that was written as ${body.representation} with body-format=${format}`);
  }
  return { [format]: { representation: format, value: body.value } };
}

function single(body: BodyWrite): { representation: string; value: string } {
  if ('representation' in body) return body;
  const bodies = Object.values(body).filter((each) => each !== undefined);
  const only = bodies[0];
  if (only === undefined || bodies.length > 1) throw badRequest('Only one body format should be specified');
  return only;
}

function requireValidAdf(value: string, adf: AdfValidator): void {
  let document: unknown;
  try {
    document = JSON.parse(value);
  } catch {
    throw badRequest('The value of an atlas_doc_format body must be a string of JSON');
  }
  const problem = adf.problemWith(document);
  if (problem !== undefined) throw badRequest(`Invalid Atlassian Document Format: ${problem}`);
}

const TAG =
  /<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g;

/** Storage format is XHTML: every element is closed and nothing else contains a `<`. Names of elements are not checked. */
function requireWellFormed(value: string): void {
  const open: string[] = [];
  const text = value.replace(
    TAG,
    (_all, slash: string | undefined, name: string | undefined, self: string | undefined) => {
      if (name === undefined || self === '/') return '';
      if (slash === '/') {
        if (open.pop() !== name) throw badRequest(`Error parsing xhtml: unexpected close tag </${name}>`);
      } else {
        open.push(name);
      }
      return '';
    },
  );
  const left = open.pop();
  if (left !== undefined) throw badRequest(`Error parsing xhtml: element <${left}> is not closed`);
  if (text.includes('<')) throw badRequest('Error parsing xhtml: unexpected character <');
}
