/** How many documents a text holds, as far as it is read. */
export class DocumentMarks {
  private isInDocument = false;
  private hasMark = false;

  /** yaml's parser starts a document. Whether it is another one. */
  start(): boolean {
    const isAnother = this.isInDocument;
    this.isInDocument = true;
    return isAnother;
  }

  /** There is a "---". Whether it starts another document. */
  mark(isAtStart: boolean): boolean {
    const isAnother = this.hasMark || !isAtStart;
    this.hasMark = true;
    return isAnother;
  }
}
