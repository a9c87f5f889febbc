import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { useSyncExternalStore } from 'react';

const MOVED = 'shell-moved';

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener(MOVED, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(MOVED, listener);
  };
}

/** The address of the page, without its host. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname + location.search);
}

/** Goes to an address of this page without loading it anew. */
export function navigate(href: string): void {
  history.pushState(null, '', href);
  dispatchEvent(new Event(MOVED));
  scrollTo(0, 0);
}

/** A link within the page. With a modifier key, or to another site, it is an ordinary link. */
export function PageLink({
  href,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string; readonly children: ReactNode }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        const target = new URL(href, location.href);
        if (!plain || target.origin !== location.origin) return;
        event.preventDefault();
        navigate(target.pathname + target.search);
      }}
    >
      {children}
    </a>
  );
}
