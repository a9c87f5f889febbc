import { CSPInjectionService } from '@forge/csp';

/**
 * The Content-Security-Policy under which Atlassian serves a Custom UI resource of an app that declares no
 * `permissions.content` and no `permissions.external`, from Atlassian's own package. Without the report address.
 */
export function forgeCsp(): string {
  const directives = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: {},
    microsEnv: 'prod',
    tunnelCSPReporterUri: undefined,
    hostname: 'example.atlassian.net',
    isFedRAMP: false,
    icOptions: undefined,
  });
  return directives.filter((directive) => !directive.startsWith('report-uri')).join('; ');
}
