import { CST } from 'yaml';
import { BlockLevels } from './block-levels';
import { AFTER_BLOCK_SIGN, strayTabs } from './block-text';
import { isClosedQuote } from './closed-quote';
import { DocumentMarks } from './document-marks';
import { found, type FoundProblem } from './found-problem';
import { LAYOUT_WORDS, type LayoutWords, tooDeep, unclosedBracket, unclosedQuote } from './layout-words';
import { misplacedColon } from './misplaced-colon';
import { OpenBrackets } from './open-brackets';
import { TextLine } from './text-line';

/** A policy needs about ten. */
const MOST_LEVELS = 60;

/** Reads the lexemes of a text in their order, and notes where they cannot stand. */
export class LayoutReader {
  readonly problems: FoundProblem[] = [];
  isTooDeep = false;

  private offset = 0;
  /** As yaml's parser counts it: spaces, and the dashes of a list, at the start of a line. */
  private indent = 0;
  private atLineStart = true;
  private isScalarNext = false;
  /** After "|" or ">": what follows is text up to its last line, whatever its lines look like. */
  private isBlockText = false;
  /** Whether a key or a value may start here. */
  private isValueNext = true;
  /** What the next ":" would make a key. */
  private lastText = '';
  private line = new TextLine();
  private readonly documents = new DocumentMarks();
  private readonly levels = new BlockLevels();
  private readonly brackets = new OpenBrackets();

  /** Takes the next lexeme; see yaml's cst.ts for what there is. Three of them stand for no character. */
  read(lexeme: string): void {
    const type = this.isScalarNext ? 'text' : CST.tokenType(lexeme);
    this.isScalarNext = type === 'scalar';
    if (type === 'scalar') return;
    if (type === 'doc-mode') {
      if (this.documents.start()) this.report(LAYOUT_WORDS.anotherDocument);
    } else if (type === 'flow-error-end') this.leaveBrackets();
    else {
      this.readCharacters(lexeme, type);
      this.isTooDeep ||= this.levels.depth + this.brackets.depth > MOST_LEVELS;
      if (this.isTooDeep) this.report(tooDeep(MOST_LEVELS));
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
      case 'explicit-key-ind':
        this.report(type === 'directive-line' ? LAYOUT_WORDS.directive : LAYOUT_WORDS.explicitKey);
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

  private readDocumentMark(): void {
    if (this.documents.mark(this.levels.areEmpty)) this.report(LAYOUT_WORDS.anotherDocument);
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
    const { keyWithoutColon, loneTag } = this.line;
    if (keyWithoutColon !== undefined) this.reportMisfit(LAYOUT_WORDS.noColon, keyWithoutColon);
    if (loneTag !== undefined) this.report(LAYOUT_WORDS.loneTag, loneTag);
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
    const tabs = strayTabs(lexeme);
    if (tabs !== undefined) this.report(LAYOUT_WORDS.tab, this.offset + lexeme.length - tabs);
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
    if (entry.hasColon) {
      const { words, before } = misplacedColon(this.lastText, this.brackets.depth > 0);
      this.report(words, this.offset - before);
    }
    if (!this.line.hasContent) this.startContent();
    if (this.brackets.depth === 0) this.levels.readColon();
    entry.hasColon = true;
    this.isValueNext = true;
    this.atLineStart = false;
    this.lastText = '';
  }

  /** The text ends, or a line is not indented as far as the brackets ask. */
  private leaveBrackets(): void {
    const bracket = this.brackets.innermost;
    if (bracket === undefined) return;
    this.report(unclosedBracket(bracket.sign), bracket.offset);
    this.brackets.leaveAll();
    this.line = new TextLine();
  }

  private reportMisfit(words: LayoutWords, offset?: number): void {
    if (!this.brackets.areLost) this.report(words, offset);
  }

  private report(words: LayoutWords | undefined, offset = this.offset): void {
    if (words !== undefined) this.problems.push(found(offset, '', words.message, words.hint));
  }
}
