import { dirname } from 'node:path';

/** What npm may have been told of the machine's own registry and the way there. */
const KEPT = /^npm_config_(registry|userconfig|globalconfig|cache|proxy|https_proxy|noproxy|ca|cafile|strict_ssl)$/i;

/**
 * The environment of somebody who has just opened a terminal. `npm run` leaves its own traces in ours, as a prefix by
 * which every other npm would work in this folder; hosted workflows leave rights that a rehearsal must not use.
 */
export function plainEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) =>
      KEPT.test(name) ||
      !/^(npm_|pnpm_|INIT_CWD$|NODE_AUTH_TOKEN$|NODE_OPTIONS$|NODE_PATH$|ACTIONS_|STREAMONE_)/i.test(name),
  );
  const path = [dirname(process.execPath), ...withoutOwn(process.env['PATH'])].join(':');
  // A proxy of this machine is not the way to the rehearsal's own registry.
  const { npm_config_noproxy: configured, NO_PROXY, no_proxy = NO_PROXY } = process.env;
  const noproxy = [configured ?? no_proxy, '127.0.0.1'].filter(Boolean).join(',');
  return { ...Object.fromEntries(own), PATH: path, npm_config_noproxy: noproxy, ...more };
}

/**
 * The environment of what publishes: of ours the path alone, so that no registry, key or proxy of this machine is in it.
 *
 * @param tree whose tools it gets
 * @param home a folder of the rehearsal's own, in whose `.npmrc` the key of its registry is
 */
export function publishEnvironment(tree: string, home: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const npm = {
    npm_config_userconfig: `${home}/.npmrc`,
    npm_config_globalconfig: `${home}/npmrc`,
    npm_config_noproxy: '127.0.0.1',
    npm_config_update_notifier: 'false',
  };
  return { PATH: `${tree}/node_modules/.bin:${plainEnvironment()['PATH']}`, HOME: home, ...npm, ...more };
}

/** A path without the tools of this workspace, which fresh projects must not find. */
function withoutOwn(path = ''): readonly string[] {
  return path.split(':').filter((folder) => !folder.includes('node_modules'));
}
