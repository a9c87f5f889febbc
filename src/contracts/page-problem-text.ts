import { ROOT_TITLE, type PageProblem } from '../domain/record/change-log';

/**
 * Why a page of the change log cannot be written, and what an admin can do about it.
 * @param detail What went wrong, where the problem says so itself.
 */
export function pageProblemText(code: PageProblem['code'], title: string, detail = ''): string {
  switch (code) {
    case 'no-space':
      return 'No Confluence space is chosen yet, so this page waits. Choose one below.';
    case 'page-missing':
      return 'Somebody deleted this page in Confluence or hid it from the app. Restore it there and publish again, or give it up to have a new one made.';
    case 'root-missing':
      return `Somebody deleted the page "${ROOT_TITLE}", under which this page belongs, or hid it from the app. Restore it in Confluence and publish again, or give it up to have a new one made.`;
    case 'title-taken':
      return `Another page in the space is already called "${title}" or "${ROOT_TITLE}". Rename that page and publish again; the app does not write on pages that it did not make.`;
    case 'not-permitted':
      return 'The app may not write this page. Lift the restriction in Confluence and publish again.';
    case 'failed':
      return `This page could not be written: ${detail} Publish again once that is mended.`;
  }
}
