import { quoted } from './quoted-text';

export type DocumentPath = readonly PropertyKey[];

/** `rules[3].requirement`; a key that would not read as one is quoted: `["two words"]`. */
export function pathText(path: DocumentPath): string {
  return path.map(segmentText).join('').replace(/^\./, '');
}

function segmentText(segment: PropertyKey): string {
  if (typeof segment === 'number') return `[${segment}]`;
  const key = String(segment);
  return /^[\w-]{1,80}$/.test(key) ? `.${key}` : `[${quoted(key)}]`;
}
