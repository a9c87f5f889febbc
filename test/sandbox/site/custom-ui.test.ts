import { describe, expect, it } from '@jest/globals';
import { connectBridge, createBridgeEvents, type BridgeHandlers } from '../../../sandbox/forge/bridge-host';
import { createEndpoint, type BridgeEndpoint } from '../../../sandbox/forge/bridge-protocol';
import { deployFixture } from '../forge/deployed-fixture';

async function page(path: string): Promise<Response> {
  const { site } = await deployFixture();
  return site.fetch(new Request(`http://127.0.0.1:8080${path}`));
}

describe('the pages of Custom UI', () => {
  it('carry the bridge before the scripts of the app', async () => {
    const html = await (await page('/sandbox/ui/panel/')).text();
    const scripts = [...html.matchAll(/<script src="([^"]+)"/g)].map(([, source]) => source);
    expect(scripts).toEqual(['/sandbox/ui/-/bridge.js', './panel.js']);
  });

  it("run under the content security policy of Atlassian's package, in a frame of the shell only", async () => {
    const policy = (await page('/sandbox/ui/panel/')).headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    expect(directives.get('script-src')).toContain("'self'");
    expect(directives.get('script-src')).not.toContain("'unsafe-inline'");
    expect(directives.get('script-src')).not.toContain("'unsafe-eval'");
    expect(directives.get('style-src')).not.toContain("'unsafe-inline'");
    expect(directives.get('frame-ancestors')).toContain('http://127.0.0.1:8080');
    expect(directives.get('sandbox')).toContain('allow-same-origin');
    expect(directives.has('report-uri')).toBe(false);
  });

  it('bring their files, and nothing from outside the resource', async () => {
    const script = await page('/sandbox/ui/panel/panel.js');
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await script.text()).toBe("globalThis.document.title = 'Panel loaded';\n");
    expect((await page('/sandbox/ui/panel/..%2f..%2fmanifest.yml')).status).toBe(404);
    expect((await page('/sandbox/ui/panel/missing.js')).status).toBe(404);
    expect((await page('/sandbox/ui/worker/')).status).toBe(404);
  });

  it('get the bridge as a script and the design tokens as a stylesheet', async () => {
    expect(await (await page('/sandbox/ui/-/bridge.js')).text()).toContain('__bridge');
    expect(await (await page('/sandbox/ui/-/theme.css')).text()).toContain('--ds-text');
  });
});

describe('the bridge between a page and the one around it', () => {
  const ORIGIN = 'http://ui.localhost:8080';
  const handlers: BridgeHandlers = {
    invoke: (functionKey, payload) =>
      functionKey === 'broken' ? Promise.reject(new Error('it broke')) : Promise.resolve({ functionKey, payload }),
    getContext: () => Promise.resolve({ moduleKey: 'panel' }),
    fetchProduct: (product, { path }) =>
      Promise.resolve({ status: 200, statusText: 'OK', headers: {}, body: `${product} ${path}` }),
    theme: () => 'dark',
  };

  /** Both ends in one process: what the inner end says reaches the host as a message of its frame. */
  function connect(more: Partial<BridgeHandlers> = {}, origin = ORIGIN) {
    const listeners = new Set<(event: { data: unknown; origin: string; source: unknown }) => void>();
    const received: string[] = [];
    const contentWindow = {
      postMessage: (message: unknown): void => inner.receive(JSON.parse(JSON.stringify(message))),
    };
    const inner: BridgeEndpoint = createEndpoint(
      (message) => {
        const data: unknown = JSON.parse(JSON.stringify(message));
        listeners.forEach((listener) => listener({ data, origin, source: contentWindow }));
      },
      (command, data) => {
        received.push(`${command} ${String(data)}`);
      },
    );
    const bridge = connectBridge(
      { src: `${ORIGIN}/sandbox/ui/panel/`, contentWindow },
      { ...handlers, ...more },
      {
        addEventListener: (_type, listener) => listeners.add(listener),
        removeEventListener: (_type, listener) => listeners.delete(listener),
      },
    );
    return { bridge, inner, received };
  }

  it('carries an invocation and its answer', async () => {
    const { inner } = connect();
    expect(await inner.call('invoke', { functionKey: 'load', payload: { a: 1 } })).toEqual({
      functionKey: 'load',
      payload: { a: 1 },
    });
    expect(await inner.call('invoke', { functionKey: 'load', metadata: { rateLimitProperties: true } })).toEqual({
      body: { functionKey: 'load' },
      metadata: {},
    });
  });

  it('rejects with the message of what went wrong', async () => {
    await expect(connect().inner.call('invoke', { functionKey: 'broken' })).rejects.toThrow('it broke');
  });

  it('rejects by name what the host does not support', async () => {
    const { inner } = connect();
    await expect(inner.call('openRovo')).rejects.toThrow('The sandbox does not support the bridge command openRovo.');
    await expect(inner.call('openModal', {})).rejects.toThrow('does not support the bridge command openModal here');
    await expect(inner.call('constructor')).rejects.toThrow('does not support the bridge command constructor');
  });

  it('carries callbacks for events and stops when they are unsubscribed', async () => {
    const events = createBridgeEvents();
    const { inner } = connect({ events });
    const seen: unknown[] = [];
    const subscription = (await inner.call('on', {
      event: 'JIRA_ISSUE_CHANGED',
      callback: (payload: unknown) => seen.push(payload),
    })) as { unsubscribe(): Promise<void> };
    events.emit('JIRA_ISSUE_CHANGED', { issueId: '1' });
    await subscription.unsubscribe();
    events.emit('JIRA_ISSUE_CHANGED', { issueId: '2' });
    expect(seen).toEqual([{ issueId: '1' }]);
  });

  it('passes navigation, height and theme between the two', async () => {
    const navigated: unknown[] = [];
    const heights: number[] = [];
    const { bridge, inner, received } = connect({
      onNavigate: (to) => navigated.push(to),
      onResize: (height) => heights.push(height),
    });
    await inner.call('navigate', { url: '/browse/ABC-1', type: 'new-tab' });
    await inner.call('$resize', 321);
    expect(await inner.call('enableTheming')).toBe('dark');
    bridge.setTheme('light');
    expect({ navigated, heights, received }).toEqual({
      navigated: [{ url: '/browse/ABC-1', type: 'new-tab' }],
      heights: [321],
      received: ['setTheme light'],
    });
  });

  it('answers nobody but its own frame at its own origin', async () => {
    const { inner } = connect({}, 'https://elsewhere.example');
    let answered = false;
    void inner.call('getContext').then(() => {
      answered = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
  });
});
