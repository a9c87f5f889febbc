import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';

export type ColorMode = 'light' | 'dark';

const KEY = 'sandbox.colorMode';
const CHANGED = 'color-mode-changed';

/** What was chosen last in this browser, otherwise what the system prefers. */
export function initialColorMode(): ColorMode {
  const saved = localStorage.getItem(KEY);
  if (saved === 'light' || saved === 'dark') return saved;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Resolves when the tokens of the theme are on the page. */
export async function applyColorMode(mode: ColorMode): Promise<void> {
  localStorage.setItem(KEY, mode);
  document.documentElement.style.colorScheme = mode;
  dispatchEvent(new Event(CHANGED));
  await setGlobalTheme({
    colorMode: mode,
    light: 'light',
    dark: 'dark',
    shape: 'shape',
    spacing: 'spacing',
    typography: 'typography',
  });
}

export function currentColorMode(): ColorMode {
  return document.documentElement.style.colorScheme === 'dark' ? 'dark' : 'light';
}

/** Gives back how to stop listening. */
export function onColorModeChange(listener: (mode: ColorMode) => void): () => void {
  const heard = () => {
    listener(currentColorMode());
  };
  addEventListener(CHANGED, heard);
  return () => {
    removeEventListener(CHANGED, heard);
  };
}
