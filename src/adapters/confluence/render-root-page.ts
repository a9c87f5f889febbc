import { infoPanel, paragraph, words, type AdfNode } from './adf-nodes';

/** The app's part of the page that the pages of the log stand under. */
export function renderRootPage(): readonly AdfNode[] {
  return [
    infoPanel(
      paragraph(
        words(
          'This is the change log: every change request that was closed, rejected or cancelled is on record here. Each month has a page of its own below this one in the page tree, with one row and the full account for each change.',
        ),
      ),
    ),
  ];
}
