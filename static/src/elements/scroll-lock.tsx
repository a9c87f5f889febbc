import { useEffect, type ReactElement } from 'react';

/** While it is shown, the page behind does not scroll: by a class of the built CSS. */
export function ScrollLock() {
  useEffect(() => {
    document.body.classList.add('scroll-locked');
    return () => document.body.classList.remove('scroll-locked');
  }, []);
  return null;
}

/** `overscroll-behavior` of the built CSS keeps a touch inside the dialog. */
export function TouchScrollable({ children }: { readonly children: ReactElement }) {
  return children;
}
