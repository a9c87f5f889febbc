import { type LayoutWords, mismatch, unopenedBracket } from './layout-words';

/** What stands between two commas, or in one line outside brackets: at most one key and its value. */
export interface Entry {
  hasColon: boolean;
}

interface Bracket extends Entry {
  readonly sign: string;
  readonly offset: number;
}

/** The brackets that are open at a place of a text. */
export class OpenBrackets {
  private brackets: Bracket[] = [];
  /** Those that were reported as unclosed: what closes them later is not another mistake. */
  private unclosed = 0;

  get depth(): number {
    return this.brackets.length;
  }

  /** Whether what follows may look wrong only because a bracket was not closed. */
  get areLost(): boolean {
    return this.unclosed > 0;
  }

  get innermost(): Bracket | undefined {
    return this.brackets.at(-1);
  }

  open(sign: string, offset: number): void {
    this.brackets.push({ sign, offset, hasColon: false });
  }

  /** What is wrong with a closing bracket, if something is. */
  close(sign: string): LayoutWords | undefined {
    const bracket = this.brackets.pop();
    if (bracket !== undefined) return mismatch(bracket.sign, sign);
    if (this.unclosed === 0) return unopenedBracket(sign);
    this.unclosed -= 1;
    return undefined;
  }

  leaveAll(): void {
    this.unclosed += this.brackets.length;
    this.brackets = [];
  }
}
