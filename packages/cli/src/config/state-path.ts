import { isAbsolute, join } from 'node:path';
import { homeFolder } from './config-path.js';

/**
 * Where the command keeps what it must know the next time: `streamone/<name>` in `XDG_STATE_HOME` (`~/.local/state`
 * unless set; `%LOCALAPPDATA%` on Windows). `undefined` where there is no home.
 */
export function statePath(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const { XDG_STATE_HOME: xdg, LOCALAPPDATA: local } = env;
  // The XDG rules let a relative path count for nothing.
  if (xdg && isAbsolute(xdg)) return join(xdg, 'streamone', name);
  if (process.platform === 'win32' && local) return join(local, 'streamone', name);
  const home = homeFolder();
  return home === undefined ? undefined : join(home, '.local', 'state', 'streamone', name);
}
