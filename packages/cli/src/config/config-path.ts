import { homedir, userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** The user's home, as the system has it where HOME is a relative path; `undefined` where there is none. */
export function homeFolder(): string | undefined {
  try {
    const home = homedir();
    if (home === '') return undefined;
    const folder = isAbsolute(home) ? home : userInfo().homedir;
    return isAbsolute(folder) ? folder : undefined;
  } catch {
    // A user whom the system has no entry for.
    return undefined;
  }
}

/**
 * Where the file is: `STREAMONE_CONFIG`, else `streamone/config.toml` in `XDG_CONFIG_HOME` (`~/.config`
 * unless set; `%APPDATA%` on Windows). `undefined` where there is no home.
 */
export function configPath(env: NodeJS.ProcessEnv): string | undefined {
  const { STREAMONE_CONFIG: given, XDG_CONFIG_HOME: xdg, APPDATA: appData } = env;
  if (given) return resolve(given);
  // The XDG rules let a relative path count for nothing.
  if (xdg && isAbsolute(xdg)) return join(xdg, 'streamone', 'config.toml');
  if (process.platform === 'win32' && appData) return join(appData, 'streamone', 'config.toml');
  const root = homeFolder();
  return root === undefined ? undefined : join(root, '.config', 'streamone', 'config.toml');
}
