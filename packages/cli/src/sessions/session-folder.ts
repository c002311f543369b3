import { isAbsolute, join } from 'node:path';
import { homeFolder } from '../config/config-path.js';

/**
 * Where sessions are kept: `streamone/sessions` in `XDG_STATE_HOME` (`~/.local/state` unless set;
 * `%LOCALAPPDATA%` on Windows). `undefined` where there is no home.
 */
export function sessionFolder(env: NodeJS.ProcessEnv): string | undefined {
  const { XDG_STATE_HOME: xdg, LOCALAPPDATA: local } = env;
  // The XDG rules let a relative path count for nothing.
  if (xdg && isAbsolute(xdg)) return join(xdg, 'streamone', 'sessions');
  if (process.platform === 'win32' && local) return join(local, 'streamone', 'sessions');
  const home = homeFolder();
  return home === undefined ? undefined : join(home, '.local', 'state', 'streamone', 'sessions');
}
