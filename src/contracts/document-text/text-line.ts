import type { Entry } from './open-brackets';

/** A line of a text as far as it is read; it goes on until its brackets are closed. */
export class TextLine implements Entry {
  hasColon = false;
  /** Whether there is a key or a value in it. */
  hasContent = false;
  /** Whether it starts with the dash of a list, or with "---". */
  hasMark = false;
  /** Where it starts, if it has to be a key and its value. */
  keyOffset: number | undefined;
  /** Where it starts, if it does so with a tag or an anchor. */
  tagOffset: number | undefined;

  /** Where the key starts that there is no ":" after. */
  get keyWithoutColon(): number | undefined {
    return this.hasColon ? undefined : this.keyOffset;
  }

  /** Where a tag or an anchor stands with nothing after it. */
  get loneTag(): number | undefined {
    return this.hasContent ? undefined : this.tagOffset;
  }
}
