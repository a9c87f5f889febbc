import { createEndpoint } from './bridge-protocol';

/** The few parts of a browser that this script touches; it is bundled for the iframe and never runs in Node. */
interface Browser {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  readonly document: {
    readonly documentElement: {
      readonly dataset: Record<string, string>;
      readonly style: { colorScheme: string };
    };
    readonly body: { readonly children: Iterable<{ getBoundingClientRect(): { readonly bottom: number } }> };
    addEventListener(type: 'DOMContentLoaded', listener: () => void): void;
    readonly head: { append(element: unknown): void };
    createElement(name: 'link'): {
      rel: string;
      href: string;
      onload: (() => void) | null;
      onerror: (() => void) | null;
    };
  };
  readonly scrollY: number;
  readonly ResizeObserver: new (changed: () => void) => { observe(element: unknown): void };
  readonly MutationObserver: new (changed: () => void) => {
    observe(element: unknown, options: { readonly childList: true }): void;
  };
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: unknown; readonly source: unknown }) => void,
  ): void;
  __bridge?: { callBridge(command: string, data?: unknown): Promise<unknown> };
}

const THEMES = 'light:light dark:dark shape:shape spacing:spacing typography:typography';
const STYLESHEET = '/sandbox/ui/-/theme.css';

/** The page inside the iframe: offers `__bridge` to `@forge/bridge` and reports its height. */
function startBridge(browser: Browser): void {
  const { document, parent } = browser;
  const root = document.documentElement;

  const setTheme = (mode: unknown): void => {
    const colorMode = mode === 'dark' ? 'dark' : 'light';
    root.dataset['theme'] = THEMES;
    root.dataset['colorMode'] = colorMode;
    root.style.colorScheme = colorMode;
  };
  const endpoint = createEndpoint(
    // The content security policy says which pages may be the parent at all (frame-ancestors).
    (message) => parent.postMessage(message, '*'),
    (command, data) => {
      if (command !== 'setTheme') {
        throw new Error(`A Custom UI page has no command ${command}.`);
      }
      setTheme(data);
    },
  );
  const loadTokens = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = STYLESHEET;
      link.onload = () => resolve();
      link.onerror = () => reject(new Error('The design tokens could not be loaded.'));
      document.head.append(link);
    });
  const enableTheming = async (): Promise<void> => {
    const [mode] = await Promise.all([endpoint.call('enableTheming'), loadTokens()]);
    setTheme(mode);
  };

  browser.__bridge = {
    callBridge: (command, data) => (command === 'enableTheming' ? enableTheming() : endpoint.call(command, data)),
  };
  browser.addEventListener('message', (event) => {
    if (event.source === parent) {
      endpoint.receive(event.data);
    }
  });
  let reported = 0;
  const report = (): void => {
    // Not the height of html or body: the design system's reset makes both as high as the iframe already is.
    const bottoms = [...document.body.children].map((child) => child.getBoundingClientRect().bottom + browser.scrollY);
    const height = Math.ceil(Math.max(0, ...bottoms));
    if (height !== reported) {
      reported = height;
      endpoint.call('$resize', height).catch(() => undefined);
    }
  };
  const observer = new browser.ResizeObserver(report);
  const observeChildren = (): void => {
    [...document.body.children].forEach((child) => observer.observe(child));
    report();
  };
  document.addEventListener('DOMContentLoaded', () => {
    observeChildren();
    new browser.MutationObserver(observeChildren).observe(document.body, { childList: true });
  });
}

startBridge(globalThis as unknown as Browser);
