/**
 * Whether there can be a browser: a desktop. Elsewhere what opens pages on Linux would start a browser for the
 * terminal, or fail without a word.
 */
export function hasBrowser(env: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'] || env['WSL_DISTRO_NAME'] || env['TERMUX_VERSION']);
}

/** Opens a page in the browser. Tells whether it could be started; not whether it shows the page. */
export async function openPage(address: string): Promise<boolean> {
  const { default: open } = await import('open');
  try {
    await open(address);
    return true;
  } catch {
    return false;
  }
}
