import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the focus goes when something that was opened is closed again: back to the button that opened it, or to the title
 * of the screen where that button is gone.
 * @returns for the button, which is not there while the thing is open.
 */
export function useReturnedFocus(isOpen: boolean): RefObject<HTMLButtonElement> {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) (opener.current ?? document.querySelector('h1'))?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}
