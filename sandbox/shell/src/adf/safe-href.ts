const SAFE = ['http:', 'https:', 'mailto:'];

/** An address that a link may lead to; undefined for `javascript:` and its like. */
export function safeHref(href: string): string | undefined {
  try {
    const url = new URL(href, location.origin);
    return SAFE.includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
