import { type Alias, isAlias, isMap, isScalar, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type DocumentPath, pathText } from './document-path';
import { found, type FoundProblem } from './found-problem';
import type { PlacedEntry, PlacedValue } from './placed-value';
import type { ProblemWords } from './problem-words';
import { unseenCharacterIn } from './text-limits';
import {
  ALIAS_WITHIN_ANCHOR,
  missingAnchor,
  refusedKey,
  repeatedKey,
  tooManyAliases,
  tooManyValues,
  unseenCharacter,
} from './value-words';

const MOST_ALIASES = 20;

/** A text of 256 KB hardly has more, but aliases could repeat most of it twenty times. */
const MOST_VALUES = 100_000;

export interface ReadValues {
  readonly root: PlacedValue;
  readonly problems: readonly FoundProblem[];
  /** Whether the root is what the text says, apart from the keys that are reported: worth holding against a contract. */
  readonly isWhole: boolean;
}

/**
 * The values of a syntax tree and their places. Of a key that is there twice, the first is read. An alias may repeat only
 * what repeats nothing itself, so that a text cannot grow beyond measure.
 */
export function valuesOf(node: ParsedNode): ReadValues {
  const reader = new ValueReader();
  const root = reader.read(node, []);
  if (root.size > MOST_VALUES) reader.refuse(0, [], tooManyValues(MOST_VALUES));
  return { root, problems: reader.problems, isWhole: reader.isWhole };
}

class ValueReader {
  readonly problems: FoundProblem[] = [];
  isWhole = true;

  private readonly anchors = new Map<string, PlacedValue>();
  private openAnchors = 0;
  private aliases = 0;

  read(node: ParsedNode, path: DocumentPath): PlacedValue {
    if (isAlias(node)) return this.readAlias(node, path);
    if (node.anchor === undefined) return this.readContent(node, path);
    this.openAnchors += 1;
    const content = this.readContent(node, path);
    this.openAnchors -= 1;
    this.anchors.set(node.anchor, content);
    return content;
  }

  refuse(offset: number, path: DocumentPath, words: ProblemWords): void {
    this.report(offset, path, words);
    this.isWhole = false;
  }

  private readContent(node: Exclude<ParsedNode, Alias.Parsed>, path: DocumentPath): PlacedValue {
    if (isScalar(node)) return this.readScalar(node, path);
    return isMap(node) ? this.readMapping(node, path) : this.readList(node, path);
  }

  private readScalar(node: Scalar.Parsed, path: DocumentPath): PlacedValue {
    const { value, source, type, range } = node;
    const offset = range[0];
    if (typeof value !== 'string') return { value, offset, size: 1, ...(type === 'PLAIN' ? { bare: source } : {}) };
    const unseen = unseenCharacterIn(value);
    if (unseen !== undefined) this.report(offset, path, unseenCharacter(unseen));
    return { value, offset, size: 1 };
  }

  private readList(node: YAMLSeq.Parsed, path: DocumentPath): PlacedValue {
    const items = node.items.map((item, index) => this.read(item, [...path, index]));
    return { value: items.map(({ value }) => value), offset: node.range[0], items, size: sizeOf(items) };
  }

  private readMapping(node: YAMLMap.Parsed, path: DocumentPath): PlacedValue {
    const entries = new Map<string, PlacedEntry>();
    for (const pair of node.items) {
      const { value, offset: keyOffset } = this.read(pair.key, path);
      const key = String(value);
      const within = [...path, key];
      const content =
        pair.value === null ? { value: null, offset: keyOffset, size: 1, bare: '' } : this.read(pair.value, within);
      const refused = entries.has(key) ? repeatedKey(key) : refusedKey(key);
      if (refused === undefined) entries.set(key, { keyOffset, content });
      else this.report(keyOffset, within, refused);
    }
    const contents = [...entries].map(([key, { content }]) => [key, content] as const);
    return {
      value: Object.fromEntries(contents.map(([key, { value }]) => [key, value])),
      offset: node.range[0],
      entries,
      size: sizeOf(contents.map(([, content]) => content)),
    };
  }

  private readAlias(node: Alias.Parsed, path: DocumentPath): PlacedValue {
    const offset = node.range[0];
    const repeated = this.anchors.get(node.source);
    this.aliases += 1;
    if (this.openAnchors > 0) this.refuse(offset, path, ALIAS_WITHIN_ANCHOR);
    else if (repeated === undefined) this.refuse(offset, path, missingAnchor(node.source));
    else if (this.aliases === MOST_ALIASES + 1) this.refuse(offset, path, tooManyAliases(MOST_ALIASES));
    return repeated ?? { value: null, offset, size: 1 };
  }

  private report(offset: number, path: DocumentPath, { message, hint }: ProblemWords): void {
    this.problems.push(found(offset, pathText(path), message, hint));
  }
}

function sizeOf(values: readonly PlacedValue[]): number {
  return values.reduce((sum, { size }) => sum + size, 1);
}
