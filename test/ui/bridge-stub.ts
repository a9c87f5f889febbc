/**
 * What Forge puts into the frame of a Custom UI app before the app's own script runs, reduced to what this app asks of
 * it; everything else is refused by name. `invoke` is answered by the test. Runs in the browser, hence a text.
 */
export function bridgeStub(colorMode: 'light' | 'dark', timezone = 'UTC'): string {
  return `
    globalThis.cspViolations = [];
    addEventListener('securitypolicyviolation', (event) => {
      cspViolations.push([event.violatedDirective, event.blockedURI, event.sourceFile, event.sample].join(' '));
    });
    globalThis.openedPaths = [];
    const listeners = new Map();
    globalThis.emitForgeEvent = (event, payload) => listeners.get(event)?.forEach((callback) => callback(payload));
    globalThis.__bridge = {
      callBridge: async (command, data) => {
        switch (command) {
          case 'invoke':
            return globalThis.answerInvoke(data.functionKey, data.payload);
          case 'getContext':
            return { timezone: '${timezone}' };
          case 'enableTheming':
            document.documentElement.dataset.colorMode = '${colorMode}';
            return;
          case 'on': {
            const callbacks = listeners.get(data.event) ?? new Set();
            listeners.set(data.event, callbacks.add(data.callback));
            return { unsubscribe: () => callbacks.delete(data.callback) };
          }
          case 'navigate':
            openedPaths.push(data.type + ' ' + data.url);
            return;
          default:
            throw new Error('The bridge of this test does not know "' + command + '".');
        }
      },
    };
  `;
}
