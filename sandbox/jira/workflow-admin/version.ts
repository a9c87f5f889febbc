/** Versions of workflows and workflow schemes, which an update has to name. */
import { JiraRefusal } from '../refusal';
import { uuidOf } from './stable-id';

interface Versioned {
  readonly id: string;
  readonly versionNumber: number;
}

export interface Version {
  readonly id: string;
  readonly versionNumber: number;
}

/** The version of a document; both parts change with every update. */
export function versionOf({ id, versionNumber }: Versioned): Version {
  return { id: uuidOf(`version ${versionNumber} of ${id}`), versionNumber };
}

/** Throws 409 when the version is not the one that the document has now. */
export function requireVersion(what: string, document: Versioned, { id, versionNumber }: Version): void {
  const current = versionOf(document);
  if (id === current.id && versionNumber === current.versionNumber) return;
  throw new JiraRefusal(409, [`${what} has been changed meanwhile: its version is ${current.versionNumber}`]);
}
