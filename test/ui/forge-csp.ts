import { CSPInjectionService, ExternalCspType } from '@forge/csp';

/**
 * The Content-Security-Policy under which Atlassian serves a Custom UI resource of an app that declares no
 * `permissions.content` and no `permissions.external`, from Atlassian's own package. Without the report address.
 */
export function forgeCsp(): string {
  const directives = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: {
      [ExternalCspType.IMG_SRC]: [],
      [ExternalCspType.MEDIA_SRC]: [],
      [ExternalCspType.SCRIPT_SRC]: [],
      [ExternalCspType.STYLE_SRC]: [],
      [ExternalCspType.CONNECT_SRC]: [],
      [ExternalCspType.FONT_SRC]: [],
      [ExternalCspType.FRAME_SRC]: [],
    },
    microsEnv: 'prod',
    hostname: 'example.atlassian.net',
  });
  return directives.filter((directive) => !directive.startsWith('report-uri')).join('; ');
}
