import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Site } from './site';

export type Answer = (request: Request) => Response | Promise<Response>;

export interface ServeOptions {
  /** 0 picks a free one. */
  readonly port: number;
  readonly host?: string;
  /** Puts something in front of the site, such as the pages of the browser shell; it passes on what is not its own. */
  readonly wrap?: (site: Answer) => Answer;
}

export interface ServedSite {
  readonly url: string;
  /** Stops listening; the site itself stays open. */
  close(): Promise<void>;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** The app's front ends live here: another origin than the shell's, with nothing else to be had. */
const UI_HOST = 'ui.localhost';

function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/**
 * Why a request is not answered, if so. Basic authentication is only a choice of role here, so a page from elsewhere must
 * not reach the site: neither by its own name for 127.0.0.1 (DNS rebinding) nor by a request across origins.
 */
export function refuseForeign(request: Request): Response | undefined {
  const host = hostnameOf(`http://${request.headers.get('host') ?? ''}`) ?? '';
  const origin = request.headers.get('origin');
  const path = new URL(request.url).pathname;
  const isUi = host === UI_HOST && path.startsWith('/sandbox/ui/');
  if (!LOOPBACK.has(host) && !isUi) {
    return Response.json({ message: `The sandbox answers on loopback only, not as ${host}${path}.` }, { status: 403 });
  }
  const originHost = origin === null ? undefined : hostnameOf(origin);
  const sameUi = isUi && originHost === UI_HOST;
  if (origin !== null && !sameUi && !LOOPBACK.has(originHost ?? '')) {
    return Response.json({ message: `The sandbox does not answer pages of ${origin}.` }, { status: 403 });
  }
  return undefined;
}

/** Serves a site over HTTP on loopback. Resolves when it listens. */
export function serveSite(site: Site, options: ServeOptions): Promise<ServedSite> {
  const { host = '127.0.0.1' } = options;
  const { wrap = (inner) => inner } = options;
  const inside = wrap((request) => site.fetch(request));
  const answer: Answer = (request) => refuseForeign(request) ?? inside(request);
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: answer, port: options.port, hostname: host }, (address: AddressInfo) => {
      const url = `http://${host}:${address.port}`;
      site.setBaseUrl(url);
      resolve({
        url,
        close: () =>
          new Promise((closed, failed) => {
            server.close((error) => (error === undefined ? closed() : failed(error)));
          }),
      });
    });
    server.on('error', reject);
  });
}
