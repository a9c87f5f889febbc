interface Level {
  /** Twice the indentation, and one more for a list, which may stand as far left as its key. */
  readonly at: number;
  /** A list, a mapping, or as long as no ":" was seen a single text. */
  kind: 'list' | 'mapping' | 'text';
}

export type LevelStart = 'new' | 'continued' | 'misplaced';

/** The block collections that are open at a place of a text. */
export class BlockLevels {
  private readonly levels: Level[] = [];

  get depth(): number {
    return this.levels.length - Number(this.levels.at(-1)?.kind === 'text');
  }

  get areEmpty(): boolean {
    return this.levels.length === 0;
  }

  /** A line goes on with a collection that is open, or starts one where a value has to come. */
  start(indent: number, isDash: boolean, isValueNext: boolean): LevelStart {
    const at = 2 * indent + Number(isDash);
    const wasInnermost = this.pop(at);
    const innermost = this.levels.at(-1);
    if (innermost?.at === at) return innermost.kind === 'text' ? 'misplaced' : 'continued';
    this.levels.push({ at, kind: isDash ? 'list' : 'text' });
    return isValueNext && wasInnermost ? 'new' : 'misplaced';
  }

  /** What the innermost level holds turns out to be a key. */
  readColon(): void {
    const innermost = this.levels.at(-1);
    if (innermost?.kind === 'text') innermost.kind = 'mapping';
  }

  /** Whether nothing had to be left. */
  private pop(at: number): boolean {
    const depth = this.levels.length;
    while ((this.levels.at(-1)?.at ?? -1) > at) this.levels.pop();
    return this.levels.length === depth;
  }
}
