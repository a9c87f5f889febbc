import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';

export interface PolicyOptions {
  /** The page as the app delivers it: hashes of its inline scripts are admitted only if its manifest says so. */
  readonly html: string;
  /** `permissions` of the manifest. */
  readonly permissions: Readonly<Record<string, unknown>>;
  /** Origin of the site, which Atlassian admits as `hostname`. */
  readonly siteOrigin: string;
  /** Origins of the pages that may show the app in an iframe. */
  readonly shellOrigins: readonly string[];
}

/**
 * The `Content-Security-Policy` of a Custom UI page, computed by Atlassian's own package for production. Two things
 * differ because the sandbox is served on loopback: the shell's origins are added to `frame-ancestors`, and there is no
 * `report-uri`, so that no browser reports a local page to Atlassian.
 */
export function contentSecurityPolicy({ html, permissions, siteOrigin, shellOrigins }: PolicyOptions): string {
  const processing = new CSPProcessingService({ info: () => undefined }, load);
  const existingCSPDetails = processing.getCspDetails(html, permissions);
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails, microsEnv: 'prod', hostname: siteOrigin })
    .filter((directive) => !directive.startsWith('report-uri'))
    .map((directive) =>
      directive.startsWith('frame-ancestors') ? `${directive} ${shellOrigins.join(' ')}` : directive,
    )
    .join('; ');
}
