import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** A release that would go where it must not. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}

/** Whether an address is this machine's own: by its number, since a name may lead anywhere. */
export function isLoopback(registry: string): boolean {
  if (!URL.canParse(registry)) return false;
  const { protocol, hostname } = new URL(registry);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (!/^https?:$/.test(protocol) || isIP(host) === 0) return false;
  return LOOPBACK.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Whether this is a hosted workflow that may publish: one that asked for the right to sign where its packages come
 * from (`id-token: write`) and makes use of it. No machine of a person's has that.
 */
export function isHostedRelease(env: NodeJS.ProcessEnv): boolean {
  const { GITHUB_ACTIONS, ACTIONS_ID_TOKEN_REQUEST_URL, NPM_CONFIG_PROVENANCE } = env;
  return GITHUB_ACTIONS === 'true' && Boolean(ACTIONS_ID_TOKEN_REQUEST_URL) && NPM_CONFIG_PROVENANCE === 'true';
}

/**
 * Refuses a registry other than one of this machine, unless it is named on purpose in a hosted release; and one whose
 * address holds a key, which npm and errors would show.
 *
 * @throws RegistryError
 */
export function checkRegistry(registry: string, env: NodeJS.ProcessEnv): void {
  if (holdsKey(registry)) {
    throw new RegistryError(
      `refused to publish to ${hostOf(registry)}: its address holds a name or a password, which belong into .npmrc`,
    );
  }
  if (isLoopback(registry) || isHostedRelease(env)) return;
  throw new RegistryError(
    `refused to publish to ${hostOf(registry)}: from here, packages go to a registry on this machine ` +
      '(127.0.0.1 or [::1]) and nowhere else. A release is made by .github/workflows/release.yml; see docs/releasing.md.',
  );
}

/**
 * Refuses a command that would publish anywhere else than it should, whatever made it do so.
 *
 * @param chosen the registry that the command's own configuration leads to
 * @throws RegistryError
 */
export function checkChosen(chosen: string, wanted: string): void {
  if (URL.canParse(chosen) && new URL(chosen).href === new URL(wanted).href) return;
  throw new RegistryError(
    `refused to publish: npm would send the package to ${hostOf(chosen)} where ${hostOf(wanted)} was meant. ` +
      'Look for a registry in the environment (npm_config_…), in .npmrc files and in publishConfig.',
  );
}

function holdsKey(registry: string): boolean {
  if (!URL.canParse(registry)) return false;
  const { username, password } = new URL(registry);
  return username !== '' || password !== '';
}

/** What of an address may be shown: it may hold a password. */
function hostOf(registry: string): string {
  return URL.canParse(registry) ? new URL(registry).origin : 'what is no address';
}
