import { type MouseEvent, type ReactNode } from 'react';
import { openInProduct } from '../bridge/open-in-product';

interface Props {
  /** A path of the site, e.g. `/browse/CHG-1`. */
  readonly path: string;
  readonly children: ReactNode;
}

/** A link to a page of Jira or Confluence: opened by the product, because the frame of the app cannot leave itself. */
export function ProductLink({ path, children }: Props) {
  const open = (event: MouseEvent) => {
    event.preventDefault();
    openInProduct(path);
  };
  return (
    <a href={path} onClick={open}>
      {children}
    </a>
  );
}
