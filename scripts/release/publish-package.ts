import { type Chosen, type NpmCommand, type PublishedManifest, chosenRegistry } from './chosen-registry.ts';
import { checkChosen, checkRegistry, isHostedRelease, isLoopback } from './registry-guard.ts';
import { CommandError, runCommand } from './run-command.ts';

/** A package that is packed. */
export interface Release {
  readonly manifest: PublishedManifest & { readonly version: string };
  readonly tarball: string;
}

/** Where releases go, and from where. */
export interface PublishTarget {
  readonly registry: string;
  /** The folder that npm runs in. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The flags that name the registry: the scope's too, which is stronger than any other. To one of this machine no proxy
 * is asked the way: it would get the package, and the key.
 */
function registryFlags({ manifest }: Release, registry: string): readonly string[] {
  const [scope = ''] = manifest.name.split('/');
  const flags = [
    `--registry=${registry}`,
    ...(isLoopback(registry) ? [`--noproxy=${new URL(registry).hostname}`] : []),
  ];
  return scope.startsWith('@') ? [...flags, `--${scope}:registry=${registry}`] : flags;
}

/** The command that publishes a package. Provenance is signed by a hosted release, and by nothing else. */
export function publishCommand(release: Release, { registry, cwd, env }: PublishTarget): NpmCommand {
  const provenance = isHostedRelease(env) ? '--provenance' : '--no-provenance';
  const args = ['publish', release.tarball, '--access=public', provenance, ...registryFlags(release, registry)];
  return { args, cwd, env };
}

/** Whether a registry has this version. @throws CommandError where it can't be asked */
async function isPublished(release: Release, { registry, cwd, env }: PublishTarget): Promise<boolean> {
  const { name, version } = release.manifest;
  const args = ['view', `${name}@${version}`, 'version', '--json', '--prefer-online'];
  try {
    return (await runCommand('npm', [...args, ...registryFlags(release, registry)], { cwd, env })).includes(version);
  } catch (error) {
    if (error instanceof CommandError && /"code": "E404"/.test(error.stdout)) return false;
    throw error;
  }
}

/**
 * Publishes a package, if the registry does not have this version yet: a release that broke off can be run again.
 * Before anything is sent it is made sure that the command which sends goes to that registry.
 *
 * @param command the command that publishes; {@link publishCommand} unless given
 * @returns whether it was published now
 * @throws RegistryError where it would go elsewhere, or the registry is none that one publishes to from here
 */
export async function publishPackage(
  release: Release,
  target: PublishTarget,
  command: NpmCommand = publishCommand(release, target),
): Promise<boolean> {
  checkRegistry(target.registry, command.env);
  const chosen: Chosen = await chosenRegistry(command, release.manifest);
  checkChosen(chosen.registry, target.registry);
  checkRegistry(chosen.registry, command.env);
  if (chosen.provenance !== isHostedRelease(command.env)) {
    throw new Error(`provenance is ${chosen.provenance ? 'on' : 'off'} where it should not be`);
  }
  if (await isPublished(release, target)) return false;
  await runCommand('npm', command.args, command);
  return true;
}
