import type { NodeClient } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import { configPath } from '../config/config-path.js';
import { readLogins } from '../sessions/read-logins.js';
import { sessionFolder } from '../sessions/session-folder.js';
import type { Config } from '../config/config.js';
import { loadConfig } from '../config/load-config.js';
import type { KeptLogin } from '../sessions/kept-login.js';
import type { Context } from './context.js';
import type { GlobalOptions } from './global-options.js';
import type { KnownAction } from './known-action.js';
import { namedProfile } from './named-command.js';
import { resolveSettings } from './resolve-settings.js';

/** A context that is ended when the run is. */
export interface RunContext extends Context {
  /** Ends the connections of every client that was made, so that the process can end at once. */
  close(): Promise<void>;
}

/** Makes what commands work with; everything in it is loaded when it is first asked for. */
export function createContext(args: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): RunContext {
  const clients = new Map<string, Promise<NodeClient>>();
  let own: Promise<readonly Action[]> | undefined;
  let known: Promise<ReadonlyMap<string, KnownAction>> | undefined;
  let config: Promise<Config> | undefined;
  let psk: Promise<string> | undefined;

  async function loadOwn(): Promise<readonly Action[]> {
    const { actions } = await context.settings({ profile: namedProfile(args) });
    return actions === undefined ? [] : (await import('./own-actions.js')).ownActions(actions);
  }

  async function makeClient(options: GlobalOptions): Promise<NodeClient> {
    const { clientOf } = await import('./client-of.js');
    return clientOf(context, options);
  }

  async function end(client: NodeClient): Promise<void> {
    try {
      const { session } = client.options;
      if (session === undefined) return;
      const [{ prolongSession }, { sessionStore }] = await Promise.all([
        import('../sessions/prolong-session.js'),
        import('../sessions/act-in-session.js'),
      ]);
      await prolongSession(session, sessionStore(sessionFolder(env)));
    } finally {
      await client.close();
    }
  }

  const context: RunContext = {
    signal,
    env,
    own: () => (own ??= loadOwn()),
    known: () =>
      (known ??= Promise.all([import('./known-actions.js'), context.own()]).then(([{ knownActions }, actions]) =>
        knownActions(actions),
      )),
    settings: async (options) => {
      const path = configPath(env);
      config ??= loadConfig(path);
      if (options.pskStdin === true) psk ??= import('./read-stdin.js').then(({ readPsk }) => readPsk(signal));
      const logins = (): readonly KeptLogin[] => readLogins(sessionFolder(env));
      return resolveSettings({ options, env, config: await config, path, psk: await psk, logins });
    },
    client: (options) => {
      const { profile, url, account, customer, session, timezone, insecure, timeout, retry, pskStdin, verbose } =
        options;
      const key = JSON.stringify([
        profile,
        url,
        account,
        customer,
        session,
        timezone,
        insecure,
        timeout,
        retry,
        pskStdin,
        verbose,
      ]);
      const made = clients.get(key) ?? makeClient(options);
      clients.set(key, made);
      return made;
    },
    close: async () => {
      const closing = [...clients.values()].map(async (made) => end(await made));
      // A client that could not be made has told so already.
      await Promise.allSettled(closing);
    },
  };
  return context;
}
