import { CST } from 'yaml';
import { BlockLevels } from './block-levels';
import { isClosedQuote } from './closed-quote';
import { found, type FoundProblem } from './found-problem';
import { LAYOUT_WORDS, type LayoutWords, tooDeep, unclosedBracket, unclosedQuote } from './layout-words';
import { OpenBrackets } from './open-brackets';
import { TextLine } from './text-line';

/** A policy needs about ten. */
const MOST_LEVELS = 60;

/** All that may stand between "|" or ">" and the text that they announce. */
const AFTER_BLOCK_SIGN: ReadonlySet<string | null> = new Set(['space', 'comment', 'newline']);

/** Reads the lexemes of a text in their order, and notes where they cannot stand. */
export class LayoutReader {
  readonly problems: FoundProblem[] = [];
  isTooDeep = false;

  private offset = 0;
  /** As yaml's parser counts it: spaces, and the dashes of a list, at the start of a line. */
  private indent = 0;
  private atLineStart = true;
  private isInDocument = false;
  private hasDocumentMark = false;
  private isScalarNext = false;
  /** After "|" or ">": what follows is text up to its last line, whatever its lines look like. */
  private isBlockText = false;
  /** Whether a key or a value may start here. */
  private isValueNext = true;
  /** What the next ":" would make a key. */
  private lastText = '';
  private line = new TextLine();
  private readonly levels = new BlockLevels();
  private readonly brackets = new OpenBrackets();

  /** Takes the next lexeme; see yaml's cst.ts for what there is. Three of them stand for no character. */
  read(lexeme: string): void {
    const type = this.isScalarNext ? 'text' : CST.tokenType(lexeme);
    this.isScalarNext = type === 'scalar';
    if (type === 'scalar') return;
    if (type === 'doc-mode') this.startDocument();
    else if (type === 'flow-error-end') this.leaveBrackets();
    else {
      this.readCharacters(lexeme, type);
      this.checkDepth();
      this.offset += lexeme.length;
      if (type === 'newline') this.startLine();
    }
  }

  end(): void {
    this.leaveBrackets();
    this.endLine();
  }

  private readCharacters(lexeme: string, type: string | null): void {
    if (!this.isBlockText) this.readLexeme(lexeme, type);
    else if (type === 'text') this.readBlockText(lexeme);
    else if (!AFTER_BLOCK_SIGN.has(type)) this.report(LAYOUT_WORDS.textAfterSign);
  }

  private readLexeme(lexeme: string, type: string | null): void {
    switch (type) {
      case 'newline':
      case 'comment':
      case 'doc-end':
        break;
      case 'space':
        if (this.atLineStart && lexeme.startsWith(' ')) this.indent += lexeme.length;
        break;
      case 'directive-line':
        this.report(LAYOUT_WORDS.directive);
        break;
      case 'explicit-key-ind':
        this.report(LAYOUT_WORDS.explicitKey);
        break;
      case 'doc-start':
        this.readDocumentMark();
        break;
      case 'anchor':
      case 'tag':
        if (this.atLineStart && !this.line.hasMark) this.line.tagOffset = this.offset;
        this.atLineStart = false;
        break;
      case 'seq-item-ind':
        this.readDash();
        break;
      case 'map-value-ind':
        this.readColon();
        break;
      case 'comma':
        (this.brackets.innermost ?? this.line).hasColon = false;
        this.isValueNext = true;
        break;
      case 'flow-map-start':
      case 'flow-seq-start':
        this.readContent(lexeme);
        this.brackets.open(lexeme, this.offset);
        this.isValueNext = true;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        this.report(this.brackets.close(lexeme));
        this.isValueNext = false;
        break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        this.readContent(lexeme);
        if (!isClosedQuote(lexeme)) this.report(unclosedQuote(lexeme.charAt(0)));
        break;
      default:
        this.readContent(lexeme);
        this.isBlockText = type === 'block-scalar-header';
    }
  }

  private startDocument(): void {
    if (this.isInDocument) this.report(LAYOUT_WORDS.anotherDocument);
    this.isInDocument = true;
  }

  private readDocumentMark(): void {
    if (this.hasDocumentMark || !this.levels.areEmpty) this.report(LAYOUT_WORDS.anotherDocument);
    this.hasDocumentMark = true;
    this.line.hasMark = true;
    this.atLineStart = false;
  }

  private startLine(): void {
    this.atLineStart = true;
    this.indent = 0;
    if (this.brackets.depth > 0) return;
    this.endLine();
    this.line = new TextLine();
    this.lastText = '';
  }

  private endLine(): void {
    const { hasColon, hasContent, keyOffset, tagOffset } = this.line;
    if (keyOffset !== undefined && !hasColon) this.reportMisfit(LAYOUT_WORDS.noColon, keyOffset);
    if (tagOffset !== undefined && !hasContent) this.report(LAYOUT_WORDS.loneTag, tagOffset);
  }

  private readContent(lexeme: string): void {
    if (!this.line.hasContent) this.startContent();
    else if (!this.isValueNext) {
      this.reportMisfit(this.brackets.depth > 0 ? LAYOUT_WORDS.noComma : LAYOUT_WORDS.textAfterValue);
    }
    this.isValueNext = false;
    this.atLineStart = false;
    this.lastText = lexeme;
  }

  private startContent(): void {
    const start = this.levels.start(this.indent, false, this.isValueNext);
    if (start === 'misplaced') this.reportMisfit(LAYOUT_WORDS.indentation);
    if (start === 'continued') this.line.keyOffset = this.offset;
    this.line.hasContent = true;
  }

  private readBlockText(lexeme: string): void {
    const lastLine = lexeme.slice(lexeme.lastIndexOf('\n') + 1);
    // yaml takes the tabs before the next line for the end of the text.
    if (lastLine.includes('\t') && lastLine.trim() === '') {
      this.report(LAYOUT_WORDS.tab, this.offset + lexeme.length - lastLine.length);
    }
    this.isBlockText = false;
    this.startLine();
  }

  private readDash(): void {
    if (this.brackets.depth > 0) this.report(LAYOUT_WORDS.dashInBrackets);
    else if (!this.atLineStart) this.report(LAYOUT_WORDS.dashAfterText);
    else {
      const start = this.levels.start(this.indent, true, this.isValueNext);
      if (start === 'misplaced') this.reportMisfit(LAYOUT_WORDS.indentation);
      this.line.hasMark = true;
      this.isValueNext = true;
      this.indent += 1;
    }
  }

  private readColon(): void {
    const entry = this.brackets.innermost ?? this.line;
    if (entry.hasColon) this.reportColon();
    if (!this.line.hasContent) this.startContent();
    if (this.brackets.depth === 0) this.levels.readColon();
    entry.hasColon = true;
    this.isValueNext = true;
    this.atLineStart = false;
    this.lastText = '';
  }

  private reportColon(): void {
    const lineBreak = this.lastText.lastIndexOf('\n');
    if (this.brackets.depth > 0) this.report(LAYOUT_WORDS.colonInBrackets);
    else if (lineBreak === -1) this.report(LAYOUT_WORDS.colonInLine);
    else {
      const lastLine = this.lastText.slice(lineBreak + 1).trimStart();
      this.report(LAYOUT_WORDS.colonInContinuedText, this.offset - lastLine.length);
    }
  }

  /** The text ends, or a line is not indented as far as the brackets ask. */
  private leaveBrackets(): void {
    const bracket = this.brackets.innermost;
    if (bracket === undefined) return;
    this.report(unclosedBracket(bracket.sign), bracket.offset);
    this.brackets.leaveAll();
    this.line = new TextLine();
  }

  private checkDepth(): void {
    if (this.levels.depth + this.brackets.depth <= MOST_LEVELS) return;
    this.isTooDeep = true;
    this.report(tooDeep(MOST_LEVELS));
  }

  private reportMisfit(words: LayoutWords, offset?: number): void {
    if (!this.brackets.areLost) this.report(words, offset);
  }

  private report(words: LayoutWords | undefined, offset = this.offset): void {
    if (words !== undefined) this.problems.push(found(offset, '', words.message, words.hint));
  }
}
