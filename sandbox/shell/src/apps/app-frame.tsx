import { useCallback, useEffect, useRef, useState } from 'react';
import { connectBridge } from '../../../forge/bridge-host';
import { currentColorMode, onColorModeChange } from '../color-mode';
import { Loaded, useLoad } from '../loading';
import { navigate } from '../routing';
import { useSession } from '../session';
import { SiteError } from '../site/site-client';
import { addressOf, fetchContext, invokeResolver, requestProduct } from './bridge-calls';
import type { OpenRule } from './bridge-calls';
import { useFrameEvents } from './frame-events';
import { FrameFlags, useFlags } from './frame-flags';

interface AppFrameProps {
  readonly moduleKey: string;
  readonly title: string;
  readonly issueKey?: string;
  readonly contentId?: string;
  /** Shows the screen of a workflow rule instead of the module's page. */
  readonly workflowRule?: OpenRule;
  /** Receives what the screen of a rule wants to be asked for its configuration. */
  readonly onConfigureRule?: (configure: () => Promise<unknown>) => void;
  /** The app asked for a refresh of what is around it, or may have changed it. */
  readonly onRefresh?: () => void;
  /** With a border and a head that names the module. */
  readonly framed?: boolean;
  /** Fills the window. */
  readonly tall?: boolean;
}

/** A Custom UI module of the app in an iframe of its own origin, connected by the bridge. */
export function AppFrame(props: AppFrameProps) {
  const { moduleKey, title, workflowRule, framed = false, tall = false } = props;
  const [round, setRound] = useState(0);
  const reload = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  const screen = workflowRule === undefined ? '' : `.${workflowRule.screen}`;
  const path = `/sandbox/ui/${encodeURIComponent(moduleKey)}${screen}/`;
  const there = useLoad(useCallback(() => requireServed(path), [path]));
  return (
    <section
      className={`app-frame${framed ? ' app-frame-framed' : ''}${tall ? ' app-frame-page' : ''}`}
      aria-label={title}
    >
      {framed && (
        <div className="app-frame-head">
          <h2 className="app-frame-title">{title}</h2>
        </div>
      )}
      <Loaded from={there} what={title}>
        {() => <ConnectedFrame key={round} {...props} path={path} onReload={reload} />}
      </Loaded>
    </section>
  );
}

/** An iframe shows an error of the server as if it were the app; this finds out beforehand. */
async function requireServed(path: string): Promise<true> {
  const response = await fetch(path);
  if (response.ok) return true;
  const text = await response.text();
  throw new SiteError(response.status, [/"message":"([^"]+)"/.exec(text)?.[1] ?? `HTTP ${String(response.status)}`]);
}

const FIRST_HEIGHT = 160;

function ConnectedFrame({
  moduleKey,
  title,
  issueKey,
  contentId,
  workflowRule,
  onConfigureRule,
  onRefresh,
  tall = false,
  path,
  onReload,
}: AppFrameProps & { readonly path: string; readonly onReload: () => void }) {
  const { site } = useSession();
  const events = useFrameEvents();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const { flags, show, hide } = useFlags();
  // The bridge outlives a render; it always calls what the latest render gave.
  const refresh = useRef(onRefresh);
  refresh.current = onRefresh;
  useEffect(() => {
    const iframe = frame.current;
    if (iframe === null) return undefined;
    const open = {
      ...(issueKey === undefined ? {} : { issueKey }),
      ...(contentId === undefined ? {} : { contentId }),
      ...(workflowRule === undefined ? {} : { workflowRule }),
    };
    const bridge = connectBridge(iframe, {
      invoke: async (functionKey, payload) => {
        const answer = await invokeResolver(site, moduleKey, functionKey, payload, open);
        refresh.current?.();
        return answer;
      },
      getContext: () => fetchContext(site, moduleKey, open),
      fetchProduct: (product, request) => requestProduct(site, product, request),
      theme: currentColorMode,
      events,
      // A promise, so that the app hears of a target that does not exist.
      onNavigate: (to): unknown =>
        addressOf(site, to).then((address) => {
          go(address, to.type);
        }),
      onResize: setHeight,
      onReload,
      onRefresh: () => refresh.current?.(),
      onTitle: (name) => {
        document.title = name;
      },
      onFlag: show,
      onCloseFlag: hide,
      ...(onConfigureRule === undefined ? {} : { onConfigureRule }),
    });
    // The address is set after the bridge listens, so that no call of the page is missed.
    const stop = onColorModeChange((mode) => {
      bridge.setTheme(mode);
    });
    return () => {
      stop();
      bridge.disconnect();
    };
  }, [site, events, moduleKey, issueKey, contentId, workflowRule, onConfigureRule, onReload, show, hide]);
  return (
    <>
      <FrameFlags flags={flags} onClose={hide} />
      <iframe
        ref={frame}
        title={title}
        src={`http://ui.localhost:${location.port}${path}`}
        sandbox="allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts"
        style={{ height, minHeight: tall ? 'calc(100vh - 14rem)' : undefined }}
      />
    </>
  );
}

function go(href: string, where: 'same-tab' | 'new-tab'): void {
  const address = new URL(href);
  if (where === 'new-tab') window.open(address, '_blank', 'noopener');
  else if (address.origin === location.origin) navigate(address.pathname + address.search);
  else location.assign(address);
}
